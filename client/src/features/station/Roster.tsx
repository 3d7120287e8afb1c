import type { Standing } from '@/features/roles';
import { ActFailure } from '@/features/visit/acts/ActFailure';
import { type Called, type Output, useAct, useNonce } from '@/gateway';
import { Box, Button, Card, ListRow, Loaded, StateBlock, StatusTag, toast } from '@/ui';
import { dayWords } from '@/words/dates';

export type Residency = Output<'commissioner.roster'>['residencies'][number];

interface RowProps {
  readonly residency: Residency;
  readonly today: string;
  readonly mayApprove: boolean;
  readonly onEnd: () => void;
  readonly onChanged: () => void;
}

const spanOf = ({ from, to }: Residency, today: string): string =>
  to === undefined ? `${dayWords(from, today)}起` : `${dayWords(from, today)}至 ${dayWords(to, today)}`;

function Row({ residency, today, mayApprove, onEnd, onChanged }: RowProps) {
  const approve = useAct('commissioner.approveResidency');
  const { nonce } = useNonce();
  const { person, approved, to } = residency;
  const ended = to !== undefined && to < today;
  const agree = async () => {
    const reply = await approve.run({ personId: person.id, residencyId: residency.id, nonce: nonce() });
    if (!reply.ok) return;
    toast(`已同意${person.name}驻站`);
    onChanged();
  };
  const aside = ended ? (
    <StatusTag standing="excluded" word="已结束" />
  ) : approved ? (
    mayApprove ? (
      <Button small kind="plain" word="结束" onTap={onEnd} />
    ) : (
      <StatusTag standing="counted" word="驻站" />
    )
  ) : mayApprove ? (
    <Button small kind="tint" word="同意" pending={approve.pending} onTap={() => void agree()} />
  ) : (
    <StatusTag standing="pending" word="待区科协同意" />
  );
  return (
    <Box>
      <ListRow name={person.name} why={spanOf(residency, today)} aside={aside} />
      <ActFailure failure={approve.failure} />
    </Box>
  );
}

interface Props {
  readonly of: Called<Output<'commissioner.roster'>>;
  readonly standing: Standing;
  readonly today: string;
  readonly onEnd: (residency: Residency) => void;
}

/** 驻站名单: who was resident at the station, since when, and whether the district has agreed. */
export function Roster({ of, standing, today, onEnd }: Props) {
  const mayApprove = standing.role === 'district' || standing.role === 'center';
  return (
    <Loaded
      of={of}
      isEmpty={({ residencies }) => residencies.length === 0}
      empty={<StateBlock icon="people" title="还没有驻站特派员" note="从名录里提名，区科协同意后生效。" />}
    >
      {({ residencies }) => (
        <Card>
          {residencies.map((one) => (
            <Row
              key={one.id}
              residency={one}
              today={today}
              mayApprove={mayApprove}
              onEnd={() => onEnd(one)}
              onChanged={of.reload}
            />
          ))}
        </Card>
      )}
    </Loaded>
  );
}
