import { describe, expect, it } from 'vitest';
import { networkOf } from './network.ts';

describe('networkOf', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::ffff:cb00:7109', '203.0.113.9'],
    ['::203.0.113.9', '0:0:0:0::/64'],
    ['', 'unknown'],
    ['203.0.113.9, 198.51.100.1', 'unknown'],
    ['0x7f.1', 'unknown'],
    ['not an address', 'unknown'],
  ])('counts %j for %j', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
