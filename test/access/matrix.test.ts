import type { Caller } from '../../cloudfunctions/_core/context';
import type { CallName, Reply } from '../../shared/api';
import { contract } from '../../shared/api';
import {
  CENTER,
  CITY_READER,
  GUEST,
  GUEST_2,
  HD_AUDITOR,
  HD_CONTACT,
  HD_LEAD,
  HD_OFFICER,
  HD_STATION,
  LI,
  PARTY,
  PARTY_2,
  YQ_AUDITOR,
  YQ_CONTACT,
  YQ_LEAD,
  YQ_OFFICER,
  YQ_STATION,
  ZHAO,
} from '../journey/cast';
import { HANDLERS, openWorld, type World } from '../journey/world';
import { type Requests, requestsOf } from './requests';
import { EXPECTED, SUBJECTS, type Subject } from './table';

const WHO: Readonly<Record<Subject, string | null>> = {
  nobody: null,
  guest: GUEST_2,
  attendee: GUEST,
  'commissioner in': LI,
  'commissioner out': ZHAO,
  'enterpriseContact in': YQ_CONTACT,
  'enterpriseContact out': HD_CONTACT,
  'party in': PARTY,
  'party out': PARTY_2,
  'stationLead in': YQ_LEAD,
  'stationLead out': HD_LEAD,
  'stationContact in': YQ_STATION,
  'stationContact out': HD_STATION,
  'district in': YQ_OFFICER,
  'district out': HD_OFFICER,
  center: CENTER,
  city: CITY_READER,
  'auditor in': YQ_AUDITOR,
  'auditor out': HD_AUDITOR,
};

const lettersOf = (row: string): string => row.replace(/ /g, '');
const CALLS = Object.keys(contract) as CallName[];

let world: World;
let requests: Requests;
beforeAll(async () => {
  world = await openWorld();
  requests = await requestsOf(world);
});
afterAll(() => world.close());

/** Asked for real, with nothing written: every cell finds the same world. */
const ask = (name: CallName, caller: Caller | null): Promise<Reply<unknown>> => {
  const store = { ...world.store, commit: async () => 'done' as const };
  const handler = HANDLERS[name];
  if (!handler) throw new Error(`no handler for ${name}`);
  return handler(requests[name](caller?.personId ?? null), caller, { ...world.deps, store });
};

/** Refusals that are about the person and not about the state of the record. */
const ABOUT_PERSON = ['not-lead-nor-enterprise', 'not-of-other-side', 'is-commissioner', 'not-attended'];

const letterOf = (reply: Reply<unknown>): string => {
  if (reply.ok) return 'o';
  if (reply.code === 'refused') return reply.findings?.some((one) => ABOUT_PERSON.includes(one.because)) ? 'r' : 'o';
  return { 'not-allowed': '-', 'not-signed-in': 's', 'not-found': 'f' }[reply.code as string] ?? reply.code;
};

test('表里每个接口一行，每行一格一个身份；每个接口都有人办', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual([...CALLS].sort());
  expect(Object.keys(HANDLERS).sort()).toEqual([...CALLS].sort());
  for (const [name, row] of Object.entries(EXPECTED))
    expect([name, lettersOf(row).length]).toEqual([name, SUBJECTS.length]);
});

describe.each(CALLS)('%s', (name) => {
  test.each(SUBJECTS.map((subject, i) => [subject, lettersOf(EXPECTED[name])[i]]))(
    '%s：%s',
    async (subject, letter) => {
      const personId = WHO[subject as Subject];
      expect(letterOf(await ask(name, personId === null ? null : { personId }))).toBe(letter);
    },
  );

  test('退出过的会话等于没有身份', async () => {
    const open = EXPECTED[name][0];
    expect(letterOf(await ask(name, { personId: CENTER, epoch: 7 }))).toBe(open);
  });

  test('不认识的字段不收', async () => {
    const handler = HANDLERS[name];
    const reply = await handler?.({ ...requests[name](CENTER), openid: 'me' }, { personId: CENTER }, world.deps);
    expect(reply).toMatchObject({ ok: false, code: 'bad-input' });
  });
});
