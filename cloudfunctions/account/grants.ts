import { type Actor, can, type Grant, type GrantScope, inForceOn, type Role, SCOPE_OF } from '../../shared/access';
import { dayOf, isoOf } from '../../shared/kernel/calendar';
import { districtOfStation } from '../../shared/station';
import { append } from '../_core/chain';
import {
  type EnterpriseDoc,
  type InvitationDoc,
  type LogEntry,
  type PersonDoc,
  personDraft,
  roleKey,
} from '../_core/documents';
import { handler } from '../_core/handler';
import { idFrom, personIdFrom, randomId } from '../_core/ids';
import { insistRoom, spend } from '../_core/limited';
import { newPerson } from '../_core/new-person';
import { recountSince } from '../_core/recount-since';
import { Refusal } from '../_core/refusal';
import { scopeNames } from '../_core/scope-names';
import type { Change, Draft } from '../_core/store';
import { writeOf } from '../_core/write';
import { grantView } from './grant-view';

const VALID_MS = 7 * 86_400_000;
/** What a district may grant in its own station; everything else is the center's. */
const BY_DISTRICT: readonly Role[] = ['stationLead', 'stationContact', 'enterpriseContact', 'party'];

/** Roles are granted by people who answer for the scope. An enterprise belongs to the district it is in. */
function insistMayGrant(actor: Actor, role: Role, scope: GrantScope, district: string | undefined): void {
  const field = SCOPE_OF[role];
  const given = Object.keys(scope).filter((key) => scope[key as keyof GrantScope] !== undefined);
  if (field !== null && (given.length !== 1 || given[0] !== field))
    throw new Refusal('bad-input', { fields: { scope: '请选择这个角色管哪里' } });
  if (field === null && given.length > 0) throw new Refusal('bad-input', { fields: { scope: '这个角色不分范围' } });
  const byDistrict =
    BY_DISTRICT.includes(role) && district !== undefined && can(actor, 'person.grantDistrict', { district });
  if (!byDistrict && !can(actor, 'person.grant', {})) throw new Refusal('not-allowed');
}

const districtFor = (scope: GrantScope, enterprise: EnterpriseDoc | undefined): string | undefined =>
  scope.stationId ? districtOfStation(scope.stationId) : scope.enterpriseId ? enterprise?.district : scope.district;

export const invite = handler('account.invite', async (call) => {
  const { input, actor, store, now, deps } = call;
  const { role } = input;
  const scope = input.scope as GrantScope;
  const [enterprise] = scope.enterpriseId
    ? await store.get<EnterpriseDoc>([{ collection: 'enterprises', id: scope.enterpriseId }])
    : [];
  insistMayGrant(actor, role, scope, districtFor(scope, enterprise));
  spend(call, 'invite');
  const code = randomId(20);
  const expiresAt = now + VALID_MS;
  const doc: Draft<InvitationDoc> = {
    id: invitationIdOf(code),
    scope: 'city',
    role,
    grantScope: scope as Record<string, string>,
    name: input.name ?? '',
    to: input.to ?? null,
    expiresAt,
    by: actor.personId,
    usedBy: null,
    log: append<LogEntry>([], {
      at: now,
      by: actor.personId,
      what: 'invitation.created',
      nonce: input.nonce,
      facts: { role },
    }),
  };
  return {
    reply: {
      invitation: code,
      url: `${deps.publicUrl}/pages/me/index?invitation=${code}`,
      expiresAt: isoOf(expiresAt),
    },
    changes: [{ kind: 'insert', collection: 'invitations', doc }],
  };
});

/** Only the hash is kept: who reads the store cannot use what he finds. */
export const invitationIdOf = (code: string): string => `invitation:${idFrom(22, code)}`;

export const redeem = handler(
  'account.redeem',
  async (call) => {
    const { input, actor, person, store, now, today, deps } = call;
    insistRoom(call, 'wrongInvitation');
    const [invitation] = await store.get<InvitationDoc>([
      { collection: 'invitations', id: invitationIdOf(input.invitation) },
    ]);
    const fresh =
      invitation && now < invitation.expiresAt && (invitation.usedBy === null || invitation.usedBy === actor.personId);
    if (!invitation || !fresh) {
      spend(call, 'wrongInvitation');
      throw new Refusal('bad-input', { fields: { invitation: '邀请码无效、已用过或已过期，请向邀请人重新索取' } });
    }
    const signedIn = actor.personId !== '';
    if (!signedIn && !deps.sessions) throw new Refusal('not-signed-in');
    const id = signedIn ? actor.personId : personIdFrom('invitation', input.invitation);
    const base = person ?? newPerson(id, input.name ?? invitation.name, now);
    const grant: Grant = {
      id: `grant:${idFrom(12, invitation.id)}`,
      role: invitation.role as Role,
      scope: invitation.grantScope,
      from: today,
      ...(invitation.to !== null && { to: invitation.to }),
      grantedBy: invitation.by,
    };
    const token = signedIn || !deps.sessions ? {} : { token: deps.sessions.issue(id, base.sessionEpoch) };
    const reply = { ...token, grant: grantView(grant, (await scopeNames(store, [grant]))(grant)) };
    if (base.grants.some((one) => one.id === grant.id)) return { reply };
    const log = append<LogEntry>(base.log, {
      at: now,
      by: id,
      what: 'grant.received',
      facts: { role: grant.role, by: grant.grantedBy },
    });
    const next = { ...base, name: base.name || input.name || invitation.name, grants: [...base.grants, grant], log };
    const used = {
      ...invitation,
      usedBy: id,
      log: append<LogEntry>(invitation.log, { at: now, by: id, what: 'invitation.used', facts: {} }),
    };
    return {
      reply,
      changes: [
        writeOf('persons', personDraft(next), person?.rev),
        writeOf('invitations', used, invitation.rev),
        ...(await contactChange(store, grant, id, now)),
      ],
      ...(grant.role === 'commissioner' && { tally: await recountSince(store, id, today) }),
    };
  },
  { open: true },
);

/** An enterprise knows who speaks for it: they are told when somebody scans in its name. */
async function contactChange(
  store: Parameters<typeof scopeNames>[0],
  grant: Grant,
  personId: string,
  now: number,
): Promise<Change[]> {
  if (grant.role !== 'enterpriseContact' || !grant.scope.enterpriseId) return [];
  const [enterprise] = await store.get<EnterpriseDoc>([{ collection: 'enterprises', id: grant.scope.enterpriseId }]);
  if (!enterprise) return [];
  const log = append<LogEntry>(enterprise.log, { at: now, by: personId, what: 'contact.joined', facts: {} });
  return [
    writeOf(
      'enterprises',
      { ...enterprise, contacts: [...new Set([...enterprise.contacts, personId])], log },
      enterprise.rev,
    ),
  ];
}

const matches = (grant: Grant, role: Role, scope: GrantScope): boolean => {
  const field = SCOPE_OF[role];
  return grant.role === role && (field === null || grant.scope[field] === scope[field]);
};

export const members = handler('account.members', async ({ input, actor, store, today }) => {
  const scope = input.scope as GrantScope;
  const [enterprise] = scope.enterpriseId
    ? await store.get<EnterpriseDoc>([{ collection: 'enterprises', id: scope.enterpriseId }])
    : [];
  insistMayGrant(actor, input.role, scope, districtFor(scope, enterprise));
  const field = SCOPE_OF[input.role];
  const page = await store.find<PersonDoc>({
    collection: 'persons',
    eq: { roleKeys: roleKey(input.role, field === null ? undefined : scope[field]) },
    limit: 200,
  });
  const held = page.docs.flatMap((one) =>
    inForceOn(one.grants, today)
      .filter((grant) => matches(grant, input.role, scope))
      .map((grant) => ({ one, grant })),
  );
  const scopeName = await scopeNames(
    store,
    held.map(({ grant }) => grant),
  );
  return {
    reply: {
      members: held.map(({ one, grant }) => ({
        id: one.id,
        name: one.name,
        grant: grantView(grant, scopeName(grant)),
      })),
    },
  };
});

/** Ends at the end of yesterday, so that it holds no more from now on; what was done under it stays. */
export const revoke = handler('account.revoke', async ({ input, actor, store, now, today }) => {
  const [person] = await store.get<PersonDoc>([{ collection: 'persons', id: input.personId }]);
  if (person?.log.some((entry) => entry.nonce === input.nonce && entry.by === actor.personId))
    return { reply: { replayed: true } };
  const grant = person?.grants.find((one) => one.id === input.grantId);
  if (!person || !grant) throw new Refusal('not-found');
  const [enterprise] = grant.scope.enterpriseId
    ? await store.get<EnterpriseDoc>([{ collection: 'enterprises', id: grant.scope.enterpriseId }])
    : [];
  insistMayGrant(actor, grant.role, grant.scope, districtFor(grant.scope, enterprise));
  if (grant.to !== undefined && grant.to < today) return { reply: { replayed: true } };
  const yesterday = dayOf(now - 86_400_000);
  const kept = grant.from >= today ? [] : [{ ...grant, to: yesterday }];
  const log = append<LogEntry>(person.log, {
    at: now,
    by: actor.personId,
    what: 'grant.revoked',
    nonce: input.nonce,
    facts: { role: grant.role, grantId: grant.id },
  });
  const next = { ...person, grants: person.grants.flatMap((one) => (one.id === grant.id ? kept : [one])), log };
  const leaves = grant.role === 'enterpriseContact' && enterprise;
  return {
    reply: { replayed: false },
    changes: [
      writeOf('persons', personDraft(next), person.rev),
      ...(leaves ? [withoutContact(leaves, person.id, actor.personId, now)] : []),
    ],
    ...(grant.role === 'commissioner' && { tally: await recountSince(store, person.id, today) }),
  };
});

/** Who no longer speaks for an enterprise is no longer told what happens there. */
function withoutContact(enterprise: EnterpriseDoc, personId: string, by: string, at: number): Change {
  const log = append<LogEntry>(enterprise.log, { at, by, what: 'contact.left', facts: { personId } });
  const contacts = enterprise.contacts.filter((id) => id !== personId);
  return writeOf('enterprises', { ...enterprise, contacts, log }, enterprise.rev);
}
