import type { Deps } from '../cloudfunctions/_core/context';
import type { EnterpriseDoc, PersonDoc } from '../cloudfunctions/_core/documents';
import { posterToken } from '../cloudfunctions/_core/tokens';
import { handlers } from '../server/calls';
import { seedDemo } from '../server/demo/seed';
import { openSqlite } from '../server/store/sqlite';
import { dayOf } from '../shared/kernel/calendar';
import { isActiveCommissioner } from '../shared/person';

/** Store round trips of each call on the way of one visit, counted by the store itself. */
export async function tripsOfCalls(): Promise<readonly { readonly call: string; readonly trips: number }[]> {
  const store = await openSqlite(':memory:');
  await seedDemo(store, Date.now(), () => undefined);
  const codeKeys = [{ no: 0, secret: 'bench' }];
  const deps: Deps = {
    store,
    now: () => Date.now(),
    codeKeys,
    publicUrl: 'http://bench',
    demo: true,
    sessions: { issue: () => '' },
    weChat: null,
  };
  const rows: { call: string; trips: number }[] = [];
  const run = async (call: string, personId: string, input: unknown, label = call): Promise<Record<string, never>> => {
    const before = store.trips();
    const reply = await handlers[call]?.(input, { personId }, deps);
    if (!reply?.ok) throw new Error(`${call}: ${JSON.stringify(reply)}`);
    rows.push({ call: label, trips: store.trips() - before });
    return reply.data as Record<string, never>;
  };
  const today = dayOf(Date.now());
  const { docs } = await store.find<PersonDoc>({ collection: 'persons', eq: { roleKeys: 'commissioner' }, limit: 100 });
  const commissioner = docs.find((one) => isActiveCommissioner(one, today)) as PersonDoc;
  const page = await store.find<EnterpriseDoc>({
    collection: 'enterprises',
    order: { field: 'shortCode', down: true },
    limit: 1,
  });
  const enterprise = page.docs[0] as EnterpriseDoc;
  const [guest] = enterprise.contacts;
  const visitor = guest ?? 'Pbench-visitor';
  const form = { orgName: enterprise.name, title: '负责人', need: '测一测往返次数' };
  const code = posterToken(codeKeys, enterprise.shortCode);
  await run('visit.resolve', commissioner.id, { code }, 'visit.resolve 企业码');
  const first = await run(
    'visit.checkIn',
    commissioner.id,
    { nonce: 'bench-first', code, ...form },
    'visit.checkIn 先签的一方',
  );
  const { visitId } = first as unknown as { visitId: string };
  const live = await run('visit.liveCode', commissioner.id, { visitId });
  const resolved = await run(
    'visit.resolve',
    visitor,
    { code: (live as unknown as { token: string }).token },
    'visit.resolve 实时码',
  );
  await run(
    'visit.checkIn',
    visitor,
    { nonce: 'bench-second', code: (resolved as unknown as { pass: string }).pass, ...form },
    'visit.checkIn 后签的一方',
  );
  await run('visit.complete', commissioner.id, { nonce: 'bench-complete', visitId });
  const at = new Date().toISOString();
  await run('rating.submit', visitor, {
    nonce: 'bench-rating',
    visitId,
    commissionerId: commissioner.id,
    theme: '测试',
    from: at,
    to: at,
    expertise: 5,
    satisfaction: 5,
  });
  await run('visit.get', commissioner.id, { visitId });
  await run('visit.list', commissioner.id, {});
  const { docs: centers } = await store.find<PersonDoc>({
    collection: 'persons',
    eq: { roleKeys: 'center' },
    limit: 1,
  });
  const center = centers[0]?.id ?? '';
  const year = Number(today.slice(0, 4));
  const stationId = `ST${enterprise.district}`;
  await run('station.progress', center, { stationId, year });
  await run('station.evidence', center, { stationId, year, metric: 'contacted' });
  await run('station.board', center, { year });
  await store.close();
  return rows;
}
