import { can } from '../../shared/access';
import { isActiveCommissioner, isResident } from '../../shared/person';
import { type PersonDoc, roleKey, type StationDoc } from '../_core/documents';
import { handler } from '../_core/handler';
import { spend } from '../_core/limited';
import { findAll } from '../_core/recount';
import { Refusal } from '../_core/refusal';
import { insistMay } from '../station/load';

/** The public part of every commissioner's profile; some hundred people, searched by what is typed. */
export const list = handler('commissioner.list', async (call) => {
  const { input, actor, store, today } = call;
  if (!can(actor, 'enterprise.read', {}) && actor.grants.length === 0) throw new Refusal('not-allowed');
  if (input.query) spend(call, 'search');
  const roleKeys = input.stationId ? roleKey('resident', input.stationId) : 'commissioner';
  const everybody = await findAll<PersonDoc>(store, { collection: 'persons', eq: { roleKeys } });
  const words = (input.query ?? '').split(/\s+/).filter(Boolean);
  const matching = everybody
    .filter((one) => input.stationId === undefined || isResident(one, input.stationId, today))
    .filter((one) => words.every((word) => [one.name, one.orgName, ...one.fields].some((text) => text.includes(word))))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh'))
    .slice(0, input.limit);
  const residentAt = (one: PersonDoc) =>
    [...new Set(one.residencies.map((span) => span.stationId))].filter((id) => isResident(one, id, today));
  const ids = [...new Set(matching.flatMap(residentAt))];
  const stations = ids.length > 0 ? await store.get<StationDoc>(ids.map((id) => ({ collection: 'stations', id }))) : [];
  const nameOf = new Map(ids.map((id, i) => [id, stations[i]?.name ?? '']));
  return {
    reply: {
      commissioners: matching.map((one) => ({
        id: one.id,
        name: one.name,
        orgName: one.orgName,
        title: one.title,
        fields: [...one.fields],
        active: isActiveCommissioner(one, today),
        residentOf: residentAt(one).map((id) => ({ id, name: nameOf.get(id) ?? '' })),
      })),
    },
  };
});

export const roster = handler('commissioner.roster', async ({ input, actor, store }) => {
  insistMay(actor, 'residency.read', input.stationId);
  const people = await findAll<PersonDoc>(store, {
    collection: 'persons',
    eq: { roleKeys: roleKey('resident', input.stationId) },
  });
  const rows = people.flatMap((person) =>
    person.residencies
      .filter((one) => one.stationId === input.stationId)
      .map(({ id, from, to, approved }) => ({
        id,
        person: { id: person.id, name: person.name },
        from,
        ...(to !== undefined && { to }),
        approved: approved !== undefined,
      })),
  );
  return { reply: { residencies: rows.sort((a, b) => (a.from < b.from ? 1 : -1)) } };
});
