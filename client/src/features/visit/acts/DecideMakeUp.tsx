import { useDraft } from '@/features/draft/use-draft';
import { useAct, useNonce } from '@/gateway';
import { Box, Field } from '@/ui';
import { MakeUpFacts } from '../MakeUpFacts';
import type { VisitDetail } from '../types';
import { ActSheet } from './ActSheet';
import { type ActProps, lacking } from './types';

const openOf = (visit: VisitDetail) => visit.makeUps.find((one) => one.decided === undefined);

/** 确认补签: the other side says that it was so. */
export function ConfirmMakeUp({ visit, onClose, onDone }: ActProps) {
  const act = useAct('visit.confirmMakeUp');
  const { nonce } = useNonce();
  const makeUp = openOf(visit);
  if (!makeUp) return null;
  const send = async () => {
    const reply = await act.run({ visitId: visit.id, makeUpId: makeUp.id, nonce: nonce() });
    if (reply.ok) onDone('已确认，等区科协审批');
  };
  return (
    <ActSheet
      title="确认补签"
      intro="请核对：这个人那天确实在场。确认后由区科协审批。"
      onClose={onClose}
      pending={act.pending}
      failure={act.failure}
      main={{ word: '情况属实，确认', onTap: () => void send() }}
    >
      <MakeUpFacts makeUp={makeUp} />
    </ActSheet>
  );
}

/** 审批补签: yes or no, with a reason that both sides read. */
export function DecideMakeUp({ visit, onClose, onDone }: ActProps) {
  const act = useAct('visit.decideMakeUp');
  const { nonce, renew } = useNonce();
  const { value, change, clear } = useDraft(`decide:${visit.id}`, { reason: '' });
  const makeUp = openOf(visit);
  if (!makeUp) return null;
  const send = async (approve: boolean) => {
    const reply = await act.run({
      visitId: visit.id,
      makeUpId: makeUp.id,
      nonce: nonce(),
      approve,
      reason: value.reason,
    });
    // A refused yes may be followed by a no: that is another attempt.
    if (!reply.ok) return reply.code === 'refused' ? renew() : undefined;
    clear();
    onDone(approve ? '已同意补签' : '已记下：不同意补签');
  };
  const reason = lacking(value.reason, '写明理由');
  return (
    <ActSheet
      title="审批补签"
      intro={makeUp.confirmed ? '另一方已确认属实。' : '另一方还没有确认，现在还不能同意。'}
      onClose={onClose}
      pending={act.pending}
      failure={act.failure}
      main={{ word: '同意补签', missing: makeUp.confirmed ? reason : '另一方确认', onTap: () => void send(true) }}
      other={{ word: '不同意', missing: reason, onTap: () => void send(false) }}
    >
      <MakeUpFacts makeUp={makeUp} />
      <Box>
        <Field kind="area" max={300} label="理由" value={value.reason} onChange={(text) => change({ reason: text })} />
      </Box>
    </ActSheet>
  );
}
