import { chooseStanding, type Me, type Standing, standingOf } from '@/features/roles';
import { restart } from '@/platform/route';
import { Box, Button, Card, ListRow, Section, StatusTag } from '@/ui';
import { dayWords } from '@/words/dates';
import { meWords as words } from '@/words/me';
import { roleWord } from '@/words/roles';

interface Props {
  readonly me: Me;
  readonly standing: Standing;
  readonly standings: readonly Standing[];
}

/** Every role granted, for what and how long; with several, which of them the app is looked at with. */
export function Roles({ me, standing, standings }: Props) {
  const use = (next: Standing) => {
    chooseStanding(next);
    restart('/pages/home/index');
  };
  return (
    <Section title={words.roles}>
      <Card pad={me.grants.length === 0}>
        {me.grants.length === 0 && <Box className="ink2">{words.guest}</Box>}
        {me.grants.map((grant) => {
          const own = standingOf(grant);
          const current = own.key === standing.key;
          const several = standings.length > 1 && standings.some((one) => one.key === own.key);
          const since = words.since(dayWords(grant.from, me.today), grant.to && dayWords(grant.to, me.today));
          return (
            <ListRow
              key={grant.id}
              name={roleWord(grant.role)}
              why={grant.scopeName ? `${grant.scopeName}，${since}` : since}
              aside={
                several &&
                (current ? (
                  <StatusTag standing="counted" word={words.inUse} />
                ) : (
                  <Button small kind="tint" word={words.use} onTap={() => use(own)} />
                ))
              }
            />
          );
        })}
      </Card>
    </Section>
  );
}
