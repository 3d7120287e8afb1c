import { Box, StatusTag, Text } from '@/ui';
import { momentWords } from '@/words/dates';
import { sideWord } from '@/words/visit';
import styles from './Detail.module.scss';
import { DetailFacts } from './DetailFacts';
import type { VisitDetail } from './types';

type MakeUp = VisitDetail['makeUps'][number];

function Standing({ makeUp }: { readonly makeUp: MakeUp }) {
  if (makeUp.decided)
    return makeUp.decided.approved ? (
      <StatusTag standing="counted" word="已同意" />
    ) : (
      <StatusTag standing="excluded" word="未同意" />
    );
  return <StatusTag standing="pending" word={makeUp.confirmed ? '待审批' : '待对方确认'} />;
}

/** A make-up as asked for: who, what, why, and how far it has come. */
export function MakeUpFacts({ makeUp }: { readonly makeUp: MakeUp }) {
  const { side, name, orgName, title, need, reason, requestedAt, decided } = makeUp;
  return (
    <DetailFacts
      head={
        <>
          <Text>{`补签 ${sideWord(side)}一方`}</Text>
          <Box className={styles.headTag}>
            <Standing makeUp={makeUp} />
          </Box>
        </>
      }
      rows={[
        ['姓名', name],
        ['工作单位', orgName],
        ['职务', title],
        ['拟解决需求', need],
        ['补签原因', reason],
        ['申请时间', momentWords(requestedAt)],
        ['审批理由', decided?.reason],
        ['审批时间', decided && momentWords(decided.at)],
      ]}
    />
  );
}
