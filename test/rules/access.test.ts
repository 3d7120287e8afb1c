import {
  ACTIONS,
  type Action,
  type Actor,
  can,
  type Grant,
  type GrantScope,
  hasRole,
  inForceOn,
  ROLES,
  type Target,
} from '../../shared/access';
import { EXPECTED, SUBJECTS, type Subject } from './access-table';

const ME = 'P-me';
const MINE = { enterpriseId: 'E-mine', stationId: 'ST110108', district: '110108', org: '市传感学会' } as const;
const OTHER = { enterpriseId: 'E-other', stationId: 'ST110114', district: '110114' } as const;

const SCOPES: Readonly<Record<Exclude<Subject, 'guest'>, GrantScope>> = {
  commissioner: {},
  enterpriseContact: { enterpriseId: MINE.enterpriseId },
  party: { org: MINE.org },
  stationLead: { stationId: MINE.stationId },
  stationContact: { stationId: MINE.stationId },
  district: { district: MINE.district },
  center: {},
  city: {},
  auditor: { stationId: MINE.stationId },
};
const grant = (role: Exclude<Subject, 'guest'>, part: Partial<Grant> = {}): Grant => ({
  id: `G-${role}`,
  role,
  scope: SCOPES[role],
  from: '2026-01-01',
  grantedBy: 'P-center',
  ...part,
});
const actor = (subject: Subject): Actor => ({
  personId: ME,
  grants: subject === 'guest' ? [] : [grant(subject)],
});

/** Records that are exactly one thing to the person, and somebody else's in every other respect. */
const RECORDS: readonly (readonly [letter: string, name: string, record: Target])[] = [
  ['o', '本人参加的', { ...OTHER, people: ['P-x', ME] }],
  ['e', '本企业的', { ...OTHER, people: ['P-x'], enterpriseId: MINE.enterpriseId }],
  ['s', '本站的', { ...OTHER, people: ['P-x'], stationId: MINE.stationId }],
  ['d', '本区的', { ...OTHER, people: ['P-x'], district: MINE.district }],
  ['*', '别人的', { ...OTHER, people: ['P-x'] }],
  ['*', '什么都没写的', {}],
];

const cellsOf = (action: Action): readonly string[] => EXPECTED[action].split(/ +/);

describe('D10 权限表逐格核对', () => {
  test('行与列不多不少', () => {
    expect([...ACTIONS].sort()).toEqual(Object.keys(EXPECTED).sort());
    expect([...SUBJECTS].sort()).toEqual(['guest', ...ROLES].sort());
    for (const action of ACTIONS) expect([action, cellsOf(action).length]).toEqual([action, SUBJECTS.length]);
  });

  describe.each(ACTIONS)('%s', (action) => {
    test.each(SUBJECTS)('%s', (subject) => {
      const cell = cellsOf(action)[SUBJECTS.indexOf(subject)] as string;
      const answers = RECORDS.map(([, name, record]) => [name, can(actor(subject), action, record)]);
      expect(answers).toEqual(RECORDS.map(([letter, name]) => [name, cell === '*' || cell.includes(letter)]));
    });
  });

  test('身兼数职的人，权限是各职之和', () => {
    const both: Actor = { personId: ME, grants: [grant('commissioner'), grant('district')] };
    for (const action of ACTIONS)
      for (const [, , record] of RECORDS)
        expect([action, can(both, action, record)]).toEqual([
          action,
          can(actor('commissioner'), action, record) || can(actor('district'), action, record),
        ]);
  });

  test('没有写明范围的授权，不因两边都空而相等', () => {
    for (const role of ['enterpriseContact', 'stationLead', 'stationContact', 'district', 'auditor'] as const) {
      const empty: Actor = { personId: ME, grants: [grant(role, { scope: {} })] };
      for (const action of ACTIONS.filter((one) => one !== 'visit.checkIn'))
        expect([action, role, can(empty, action, {})]).toEqual([action, role, false]);
    }
  });
});

describe('D10 授权的期限', () => {
  const dated = grant('district', { from: '2026-03-01', to: '2026-06-30' });
  test.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('%s', (day, held) => {
    expect(inForceOn([dated], day)).toEqual(held ? [dated] : []);
  });
  test('没有写到期日的一直有效；角色按现有授权判断', () => {
    const open = grant('center');
    expect(inForceOn([open, dated], '2030-01-01')).toEqual([open]);
    expect(hasRole({ personId: ME, grants: [open] }, 'center')).toBe(true);
    expect(hasRole({ personId: ME, grants: [open] }, 'city')).toBe(false);
    expect(hasRole({ personId: ME, grants: [open, dated] }, 'district')).toBe(true);
    expect(hasRole({ personId: ME, grants: [] }, 'center')).toBe(false);
  });
});
