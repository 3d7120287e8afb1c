import { type Me, RoleSwitch, type Standing } from '@/features/roles';
import { Facts } from '@/features/visit/Facts';
import { go } from '@/platform/route';
import { useWide } from '@/platform/width';
import { Box, Button, len } from '@/ui';
import { dayAndWeekday, greeting } from '@/words/dates';

/** 周老师，上午好: commissioners are addressed as teachers, everybody else by name. */
export function greetingOf(me: Me, standing: Standing): string {
  const { name } = me.person;
  const called = standing.kind === 'commissioner' && name.length > 1 ? `${name.slice(0, 1)}老师` : name;
  return `${called === '' ? '' : `${called}，`}${greeting(Date.now())}`;
}

/** What day it is, and as what one is here. */
export function whereabouts(me: Me, standing: Standing): readonly string[] {
  const resident = me.residentOf.map((one) => one.name).join('、');
  const as =
    standing.kind === 'commissioner' ? (resident === '' ? standing.word : `驻${resident}`) : standing.scopeName;
  return [dayAndWeekday(me.today), as];
}

interface Props {
  readonly me: Me;
  readonly standing: Standing;
  readonly standings: readonly Standing[];
}

/** The head of every home; on a wide screen the page's own heading says it, and only the switch is left. */
export function Greeting({ me, standing, standings }: Props) {
  const wide = useWide();
  return (
    <Box>
      {!wide && (
        <Box className="row stack">
          <Box className="grow">
            <Box as="h2" className="title">
              {greetingOf(me, standing)}
            </Box>
            <Box className="note ink2 num">
              <Facts facts={whereabouts(me, standing)} />
            </Box>
          </Box>
          {me.unreadNotices > 0 && (
            <Button
              small
              kind="tint"
              icon="bell"
              word={`${me.unreadNotices} 条提醒`}
              onTap={() => go('/pages/notices/index')}
            />
          )}
        </Box>
      )}
      <RoleSwitch standing={standing} standings={standings} />
      {wide && standings.length > 1 && <Box style={{ height: len(14) }} />}
    </Box>
  );
}
