import { describe, expect, it } from 'vitest';
import { ROLES } from '@/db/schema.ts';
import { requireRole } from './roles.ts';

describe('requireRole', () => {
  it('lets each role do what the weaker ones may, and no more', () => {
    for (const [rank, role] of ROLES.entries()) {
      for (const [needed, needs] of ROLES.entries()) {
        const ask = () => requireRole({ role }, needs);
        if (rank >= needed) expect(ask()).toEqual({ role });
        else expect(ask).toThrowError(expect.objectContaining({ code: 'forbidden' }));
      }
    }
  });

  it('asks a visitor to sign in', () => {
    expect(() => requireRole(null, 'reader')).toThrowError(
      expect.objectContaining({ code: 'not_signed_in' }),
    );
  });
});
