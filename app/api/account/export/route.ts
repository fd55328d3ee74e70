import { getContext } from '@/app/_server/context.ts';
import { route } from '@/app/_server/route.ts';
import { requireAnyUser } from '@/app/_server/session.ts';
import { exportAccount } from '@/features/accounts/account-export.service.ts';
import { attachment } from '@/lib/http.ts';

/** All that is kept about the reader; theirs also while their account is about to be deleted. */
export const GET = route(async (request) => {
  const user = await requireAnyUser(request);
  const { db, settings } = getContext();
  const text = await exportAccount(db, user.id, settings.appUrl, new Date());
  return attachment(text, 'application/json', 'account.json');
});
