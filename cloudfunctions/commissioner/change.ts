import { can } from '../../shared/access';
import { type Instant, type IsoDate, yearOf } from '../../shared/kernel/calendar';
import type { Person, Residency } from '../../shared/person';
import { append } from '../_core/chain';
import { type LogEntry, type PersonDoc, personDraft, stationYearOf } from '../_core/documents';
import { handler } from '../_core/handler';
import { idFrom } from '../_core/ids';
import { recountSince } from '../_core/recount-since';
import { insistFields, Refusal } from '../_core/refusal';
import type { Store } from '../_core/store';
import type { TallyChange } from '../_core/tally';
import { writeOf } from '../_core/write';
import { insistMay, stationTarget } from '../station/load';

async function commissioner(store: Store, id: string): Promise<PersonDoc> {
  const [person] = await store.get<PersonDoc>([{ collection: 'persons', id }]);
  if (!person?.grants.some((grant) => grant.role === 'commissioner')) throw new Refusal('not-found');
  return person;
}

const logged = (person: PersonDoc, nonce: string): boolean => person.log.some((entry) => entry.nonce === nonce);

const changed = (person: PersonDoc, next: Partial<Person>, entry: Omit<LogEntry, 'seq' | 'hash'>) =>
  writeOf('persons', personDraft({ ...person, ...next, log: append<LogEntry>(person.log, entry) }), person.rev);

/** Residency counts from its first day, also when approved later: the years from then on are counted anew. */
const yearsSince = (stationId: string, from: IsoDate, today: IsoDate): TallyChange => {
  const years = Array.from({ length: Math.max(1, yearOf(today) - yearOf(from) + 1) }, (_, i) => yearOf(from) + i);
  return { kind: 'recount', stationYears: years.map((year) => stationYearOf(stationId, year)) };
};

const entryOf = (at: Instant, by: string, what: string, nonce: string, facts: LogEntry['facts']) => ({
  at,
  by,
  what,
  nonce,
  facts,
});

export const proposeResidency = handler(
  'commissioner.proposeResidency',
  async ({ input, actor, store, now, today }) => {
    insistMay(actor, 'residency.propose', input.stationId);
    insistFields({ to: input.to !== undefined && input.to < input.from ? '结束日早于开始日' : undefined });
    const person = await commissioner(store, input.personId);
    const id = `residency:${idFrom(12, actor.personId, input.nonce)}`;
    if (logged(person, input.nonce)) return { reply: { residencyId: id, replayed: true } };
    const approved = can(actor, 'residency.approve', stationTarget(input.stationId));
    const residency: Residency = {
      id,
      stationId: input.stationId,
      from: input.from,
      ...(input.to !== undefined && { to: input.to }),
      proposedBy: actor.personId,
      ...(approved && { approved: { by: actor.personId, at: now } }),
    };
    const entry = entryOf(now, actor.personId, 'residency.proposed', input.nonce, {
      stationId: input.stationId,
      from: input.from,
      approved,
    });
    return {
      reply: { residencyId: id, replayed: false },
      changes: [changed(person, { residencies: [...person.residencies, residency] }, entry)],
      ...(approved && { tally: [yearsSince(input.stationId, input.from, today)] }),
    };
  },
);

export const approveResidency = handler(
  'commissioner.approveResidency',
  async ({ input, actor, store, now, today }) => {
    const person = await commissioner(store, input.personId);
    const residency = person.residencies.find((one) => one.id === input.residencyId);
    if (!residency) throw new Refusal('not-found');
    insistMay(actor, 'residency.approve', residency.stationId);
    if (residency.approved) return { reply: { replayed: true } };
    const next = { ...residency, approved: { by: actor.personId, at: now } };
    const entry = entryOf(now, actor.personId, 'residency.approved', input.nonce, { residencyId: residency.id });
    return {
      reply: { replayed: false },
      changes: [
        changed(person, { residencies: person.residencies.map((one) => (one === residency ? next : one)) }, entry),
      ],
      tally: [yearsSince(residency.stationId, residency.from, today)],
    };
  },
);

export const endResidency = handler('commissioner.endResidency', async ({ input, actor, store, now, today }) => {
  const person = await commissioner(store, input.personId);
  const residency = person.residencies.find((one) => one.id === input.residencyId);
  if (!residency) throw new Refusal('not-found');
  insistMay(actor, 'residency.approve', residency.stationId);
  if (logged(person, input.nonce)) return { reply: { replayed: true } };
  insistFields({ to: input.to < residency.from ? '结束日早于开始日' : undefined });
  const entry = entryOf(now, actor.personId, 'residency.ended', input.nonce, {
    residencyId: residency.id,
    to: input.to,
  });
  return {
    reply: { replayed: false },
    changes: [
      changed(
        person,
        { residencies: person.residencies.map((one) => (one === residency ? { ...one, to: input.to } : one)) },
        entry,
      ),
    ],
    tally: [yearsSince(residency.stationId, residency.from, today)],
  };
});

/** Whole days; the first day is inactive already. Entered late, it still makes the check-ins since then ineligible. */
export const suspend = handler('commissioner.suspend', async ({ input, actor, store, now }) => {
  if (!can(actor, 'commissioner.suspend', {})) throw new Refusal('not-allowed');
  insistFields({ to: input.to !== undefined && input.to < input.from ? '结束日早于开始日' : undefined });
  const person = await commissioner(store, input.personId);
  if (logged(person, input.nonce)) return { reply: { replayed: true } };
  const suspension = {
    from: input.from,
    ...(input.to !== undefined && { to: input.to }),
    reason: input.reason,
    by: actor.personId,
  };
  const entry = entryOf(now, actor.personId, 'commissioner.suspended', input.nonce, {
    from: input.from,
    to: input.to ?? null,
    reason: input.reason,
  });
  return {
    reply: { replayed: false },
    changes: [changed(person, { suspensions: [...person.suspensions, suspension] }, entry)],
    tally: await recountSince(store, person.id, input.from),
  };
});
