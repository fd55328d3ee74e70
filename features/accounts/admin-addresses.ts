import { tryNormalizeEmail } from '@/lib/email-address.ts';
import type { Settings } from '@/lib/settings.ts';

/** Whether the settings (ADMIN_EMAILS) make whoever has this normalised address an admin at sign-in. */
export function isAdminAddress(settings: Pick<Settings, 'adminEmails'>, email: string): boolean {
  return settings.adminEmails.some((admin) => tryNormalizeEmail(admin) === email);
}
