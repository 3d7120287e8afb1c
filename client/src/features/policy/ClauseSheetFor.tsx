import type { Output } from '@/gateway';
import { useCall } from '@/gateway';
import { Box, ClauseView, Loaded, Sheet } from '@/ui';
import { classOfClause } from '@/words/counts';
import { fullDay } from '@/words/dates';
import { say } from '@/words/kit';

type ClauseAnswer = Output<'policy.clause'>;

function validity({ document }: ClauseAnswer): string {
  const { status, from, through } = document;
  if (from === null) return status;
  return `${status}，自 ${fullDay(from)}${through === null ? '起' : `至 ${fullDay(through)}`}`;
}

const place = ({ clauseId, article }: ClauseAnswer): string => {
  const stationClass = classOfClause(clauseId);
  return stationClass === undefined ? article : `${article} · ${stationClass} 类站点`;
};

/** One clause as the policy service tells it, with 沿用 where an earlier year's figures stand for `year`. */
export function ClauseFor({ clauseId, year }: { readonly clauseId: string; readonly year?: number | undefined }) {
  const clause = useCall('policy.clause', year === undefined ? { clauseId } : { clauseId, year });
  return (
    <Loaded of={clause}>
      {(data) => (
        <Box>
          <ClauseView
            restatement={data.restatement}
            quotation={data.quote}
            document={data.document.title}
            place={place(data)}
            validity={validity(data)}
            inherited={
              data.inheritedFrom === null || year === undefined
                ? undefined
                : `${year}年沿用 ${data.inheritedFrom}年标准`
            }
            reading={data.reading}
          />
          <Box className="mark ink3" style={{ marginTop: '12px' }}>
            {`${data.document.issuer} · 政策版本 ${data.policyVersion}`}
          </Box>
        </Box>
      )}
    </Loaded>
  );
}

interface Props {
  /** Undefined while no clause is asked for; the sheet is then closed. */
  readonly clauseId: string | undefined;
  /** The year whose figures are looked at: says whether those of an earlier year stand for it. */
  readonly year?: number | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The clause sheet: from a number or a reason to the words that it answers. */
export function ClauseSheetFor({ clauseId, year, open, onClose }: Props) {
  return (
    <Sheet open={open && clauseId !== undefined} onClose={onClose} title={say.clauseOf}>
      {clauseId !== undefined && <ClauseFor clauseId={clauseId} year={year} />}
    </Sheet>
  );
}
