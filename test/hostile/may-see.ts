import type { Reply } from '../../shared/api';
import { CENTER, CITY_READER, SUN, WANG, ZHAO } from '../journey/cast';
import { canary, SIDES, type Side } from './scene';

/**
 * Who may ever be shown what, by hand and by nobody's code: `o` may, `-` must not. Whoever is not a column may see nothing.
 * Everybody is of the station that the record belongs to; of another station's people only commissioners have a column.
 */
// commissioner guest party | contact | lead station officer | auditor | center city | other commissioners
// biome-ignore format: a table
const TABLE: Readonly<Record<string, string>> = {
  '特派员需求':   'ooo o ooo o oo -',
  '来宾单位':     'ooo o ooo o oo -',
  '来宾职务':     'ooo o ooo o oo -',
  '来宾需求':     'ooo o ooo o oo -',
  '来宾姓名':     'ooo o ooo - o- -', // who only watches is not told names
  '对接单位':     'ooo o ooo o oo -',
  '对接姓名':     'ooo o ooo - o- -',
  '来宾评语':     '-o- o ooo o oo -', // the rated one not while the window is open, the party never
  '来宾主题':     '-o- o ooo o oo -',
  '对接评语':     '--o - ooo o oo -',
  '对接主题':     '--o - ooo o oo -',
  '补签人':       'oo- o ooo - o- -',
  '补签单位':     'oo- o ooo o oo -',
  '补签事由':     'oo- o ooo o oo -',
  '安排主题':     'o-- o ooo o oo -',
  '取消主题':     'o-- o ooo o oo -',
  '作废主题':     'o-- o ooo o oo -',
  '取消事由':     'o-- o ooo o oo -',
  '作废事由':     'o-- o ooo o oo -',
  '指定事由':     '--- - ooo o oo -',
  '企业地址':     'o-- o ooo o oo o', // every commissioner finds his way to any enterprise
  '联系人姓名':   '--- o ooo - o- -',
  '上次填的职务': '--- o --- - -- -', // one's own form, nobody else's
  '暂停事由':     '--- - --- - -- -',
  '受邀姓名':     '--- - --- - -- -',
};

/** Whether a text of some record is marked. */
export const isMarked = (text: string): boolean => SIDES.some((side) => text.includes(canary(side, '')));

const COMMISSIONERS = SIDES.map((side) => side.commissioner).concat(WANG, ZHAO, SUN);

const columns = (side: Side): readonly (readonly string[])[] => [
  [side.commissioner],
  [side.guest],
  [side.party],
  [side.contact],
  [side.lead],
  [side.station],
  [side.officer],
  [side.auditor],
  [CENTER],
  [CITY_READER],
  COMMISSIONERS.filter((id) => id !== side.commissioner),
];

/** Marked text → the people who may see it. */
export const MAY_SEE: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  SIDES.flatMap((side) =>
    Object.entries(TABLE).map(([place, row]) => {
      const letters = row.replace(/ /g, '');
      const seers = columns(side).flatMap((people, i) => (letters[i] === 'o' ? people : []));
      return [canary(side, place), new Set(seers)] as const;
    }),
  ),
);

/** What stands in records and no answer ever has in it. */
const NEVER_SHOWN = [
  'secret-of-guest',
  '"sessionEpoch"',
  '"nonce"',
  '"hash"',
  '"codeId"',
  '"rev"',
  '"by":"P-',
] as const;

/** The marks that a reply shows, be it an answer or a refusal. */
export const marksIn = (reply: Reply<unknown>): readonly string[] => {
  const text = JSON.stringify(reply);
  return [...MAY_SEE.keys()].filter((mark) => text.includes(mark));
};

/** What a reply shows that this person must not see. */
export const leaksIn = (reply: Reply<unknown>, personId: string): readonly string[] => {
  const text = reply.ok ? JSON.stringify(reply.data) : '';
  return [
    ...marksIn(reply).filter((mark) => !MAY_SEE.get(mark)?.has(personId)),
    ...NEVER_SHOWN.filter((mark) => text.includes(mark)),
  ];
};
