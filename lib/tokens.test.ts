import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashToken, newToken, sign, verify } from './tokens.ts';

describe('signed values', () => {
  test('T25 what was signed comes back, for the same secret and purpose only', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (secret, purpose, payload) => {
        const signed = sign(secret, purpose, payload);
        expect(verify(secret, purpose, signed)).toBe(
          payload.isWellFormed() ? payload : Buffer.from(payload).toString(),
        );
        expect(verify(`${secret}x`, purpose, signed)).toBeNull();
        expect(verify(secret, `${purpose}x`, signed)).toBeNull();
      }),
      { seed: 25 },
    );
  });

  test('T18 T25 no other text verifies', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(verify('secret', 'purpose', text)).toBeNull();
      }),
      { seed: 18 },
    );
  });

  test('tokens are long, different, and not found in their hash', () => {
    const token = newToken();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(newToken()).not.toBe(token);
    expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
  });
});
