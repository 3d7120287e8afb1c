import type { Handler } from '../_core/handler';
import { actAs, guest, people } from './demo';
import { invite, members, redeem, revoke } from './grants';
import { me } from './me';
import { notices, readNotices } from './notices';
import { signIn, signOut } from './session';

export const calls: Readonly<Record<string, Handler>> = {
  'account.me': me,
  'account.people': people,
  'account.actAs': actAs,
  'account.guest': guest,
  'account.signIn': signIn,
  'account.signOut': signOut,
  'account.invite': invite,
  'account.redeem': redeem,
  'account.members': members,
  'account.revoke': revoke,
  'account.notices': notices,
  'account.readNotices': readNotices,
};
