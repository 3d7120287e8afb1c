import type { CallName } from '../../shared/api';
import { METRICS, STATUSES } from '../../shared/station';
import { CENTER, YEAR } from '../journey/cast';
import { CALLERS, nameOf } from './callers';
import { ask } from './fuzz';
import { leaksIn, MAY_SEE, marksIn } from './may-see';
import { type Pool, poolOf } from './pool';
import { canary, openScene, type Scene, SIDES } from './scene';

/** Every question that can be asked about everything there is, by everybody: each text is shown to exactly whom the table says. */
function questions({ visits, enterprises, stations, persons }: Pool): readonly (readonly [CallName, unknown])[] {
  const ofStation = stations.flatMap(({ id: stationId, district }): [CallName, unknown][] => [
    ['station.progress', { stationId, year: YEAR }],
    ['station.todo', { stationId, year: YEAR }],
    ['station.designations', { stationId, year: YEAR }],
    ['commissioner.roster', { stationId }],
    ['commissioner.list', { stationId }],
    ['visit.list', { of: 'station', stationId, limit: 100 }],
    ['visit.list', { of: 'station', stationId, only: 'todo' }],
    ['visit.list', { of: 'district', district }],
    ['enterprise.list', { district }],
    ['enterprise.posterPdf', { district, limit: 1 }],
    ...(['stationLead', 'stationContact', 'auditor'] as const).map((role): [CallName, unknown] => [
      'account.members',
      { role, scope: { stationId } },
    ]),
    ['account.members', { role: 'district', scope: { district } }],
    ...METRICS.flatMap((metric): [CallName, unknown][] => [
      ['station.pace', { stationId, year: YEAR, metric }],
      ...STATUSES.map((status): [CallName, unknown] => [
        'station.evidence',
        { stationId, year: YEAR, metric, status, view: 'calendarYear' },
      ]),
    ]),
  ]);
  const ofEnterprise = enterprises.flatMap(({ id: enterpriseId, uscc }): [CallName, unknown][] => [
    ['enterprise.get', { enterpriseId }],
    ['enterprise.poster', { enterpriseId }],
    ['enterprise.list', { query: uscc }],
    ['visit.list', { of: 'enterprise', enterpriseId }],
    ['account.members', { role: 'enterpriseContact', scope: { enterpriseId } }],
  ]);
  const ofVisit = visits.flatMap(({ id: visitId }): [CallName, unknown][] => [
    ['visit.get', { visitId }],
    ['visit.liveCode', { visitId }],
  ]);
  const alone: [CallName, unknown][] = [
    ['account.me', {}],
    ['account.notices', {}],
    ['account.members', { role: 'commissioner', scope: {} }],
    ['account.members', { role: 'party', scope: { org: '某某学会' } }],
    ['visit.list', {}],
    ['visit.list', { only: 'today' }],
    ['visit.list', { of: 'enterprise' }],
    ['rating.average', {}],
    ['station.list', {}],
    ['station.board', { year: YEAR }],
    ['commissioner.list', { limit: 100 }],
    ['enterprise.list', {}],
    ['account.people', {}],
    ...persons.map((one): [CallName, unknown] => ['commissioner.list', { query: one.name.slice(0, 40) }]),
  ];
  return [...ofStation, ...ofEnterprise, ...ofVisit, ...alone];
}

let scene: Scene;
let pool: Pool;
beforeAll(async () => {
  scene = await openScene();
  pool = await poolOf(scene);
});
afterAll(() => scene.world.close());

test('每一段只属于某些人的文字，恰好给这些人看到', async () => {
  const seers = new Map([...MAY_SEE.keys()].map((mark) => [mark, new Set<string>()]));
  for (const [name, input] of questions(pool))
    for (const caller of CALLERS) {
      const reply = await ask(name, input, caller, scene.world.deps);
      expect([name, nameOf(caller), leaksIn(reply, nameOf(caller))]).toEqual([name, nameOf(caller), []]);
      for (const mark of marksIn(reply)) seers.get(mark)?.add(nameOf(caller));
    }
  const sorted = (sets: ReadonlyMap<string, ReadonlySet<string>>) =>
    Object.fromEntries([...sets].map(([mark, people]) => [mark, [...people].sort()]));
  // One's own last form is offered where one scans; that is the next test.
  const ownForm = Object.fromEntries(SIDES.map((side) => [canary(side, '上次填的职务'), []]));
  expect({ ...sorted(seers), ...ownForm }).toEqual({ ...sorted(MAY_SEE), ...ownForm });
});

test('扫码时提示的，是本人上次填的', async () => {
  const enterpriseId = pool.enterprises[0]?.id ?? '';
  const { token } = await scene.world.as(CENTER).ok('enterprise.poster', { enterpriseId });
  const shownTo = [];
  for (const caller of CALLERS) {
    const reply = await ask('visit.resolve', { code: token }, caller, scene.world.deps);
    expect(leaksIn(reply, nameOf(caller))).toEqual([]);
    if (marksIn(reply).length > 0) shownTo.push(nameOf(caller));
  }
  const filled = SIDES.flatMap(({ commissioner, guest, party, contact }) => [commissioner, guest, party, contact]);
  expect(shownTo.sort()).toEqual(filled.sort());
});
