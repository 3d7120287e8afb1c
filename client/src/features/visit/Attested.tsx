import { Box, Section, StatusTag, Tag, Text } from '@/ui';
import { clock, dayWords, momentWords, spanWords } from '@/words/dates';
import { methodWord, sideWord } from '@/words/visit';
import styles from './Detail.module.scss';
import { DetailFacts } from './DetailFacts';
import { MakeUpFacts } from './MakeUpFacts';
import type { VisitDetail } from './types';

const SCORES = ['', '不满意', '不太满意', '一般', '满意', '很满意'] as const;
const SKILL = ['', '不专业', '不太专业', '一般', '专业', '很专业'] as const;

function CheckIn({ of }: { readonly of: VisitDetail['checkIns'][number] }) {
  const { side, name, orgName, title, need, method, at, partyKind, mine, voided } = of;
  const differs = of.findings.some((one) => one.because === 'org-differs');
  return (
    <DetailFacts
      struck={voided !== undefined}
      head={
        <>
          <Text>{mine ? `${sideWord(side)}（您）` : sideWord(side)}</Text>
          <Box className={styles.headTag}>
            {voided ? <StatusTag standing="excluded" word="已作废" /> : <Tag word={methodWord(method)} />}
          </Box>
        </>
      }
      rows={[
        ['姓名', name],
        ['主体类型', partyKind],
        ['工作单位', differs ? `${orgName}（与企业名称不一致，仅提示）` : orgName],
        ['职务', title],
        ['拟解决需求', need],
        ['签到时间', momentWords(at)],
      ]}
      after={[['作废', voided && `${voided.kind}：${voided.reason}（${momentWords(voided.at)}）`]]}
    />
  );
}

function Rating({ of, commissioner }: { readonly of: VisitDetail['ratings'][number]; readonly commissioner: string }) {
  const { raterName, theme, from, to, expertise, satisfaction, comment, at, versions, voided } = of;
  return (
    <DetailFacts
      struck={voided}
      head={
        <>
          <Text>{`对${commissioner}的评价`}</Text>
          {voided && (
            <Box className={styles.headTag}>
              <StatusTag standing="excluded" word="已作废" />
            </Box>
          )}
        </>
      }
      rows={[
        ['评价方', raterName],
        ['专业度', `${expertise} ${SKILL[expertise] ?? ''}`],
        ['满意度', `${satisfaction} ${SCORES[satisfaction] ?? ''}`],
        ['活动主题', theme],
        ['活动时间', from === to ? `${dayWords(from.slice(0, 10))} ${clock(from)}` : spanWords(from, to)],
        ['意见', comment],
        ['评价时间', `${momentWords(at)}${versions > 1 ? `，改过 ${versions - 1} 次` : ''}`],
      ]}
    />
  );
}

function Plan({ visit }: { readonly visit: VisitDetail }) {
  return (
    <DetailFacts
      rows={[
        ['来源', visit.origin === 'planned' ? '预先安排' : '到场扫码'],
        ['服务类型', visit.serviceTypes.join('、')],
        ['活动主题', visit.topic],
        ['特派员', visit.commissioners.map((one) => one.name).join('、')],
        ['所属站点', visit.stationName],
      ]}
    />
  );
}

/** What both sides wrote, what was rated and what was made up: the contents behind the timeline. */
export function Attested({ visit }: { readonly visit: VisitDetail }) {
  const nameOf = (id: string) => visit.commissioners.find((one) => one.id === id)?.name ?? '特派员';
  return (
    <Box className={styles.attested}>
      {visit.makeUps.length > 0 && (
        <Section title="补签">
          {visit.makeUps.map((one) => (
            <MakeUpFacts key={one.id} makeUp={one} />
          ))}
        </Section>
      )}
      {visit.checkIns.length > 0 && (
        <Section title="签到内容">
          {visit.checkIns.map((one) => (
            <CheckIn key={one.id} of={one} />
          ))}
        </Section>
      )}
      {visit.ratings.length > 0 && (
        <Section title="评价">
          {visit.ratings.map((one) => (
            <Rating key={one.id} of={one} commissioner={nameOf(one.commissionerId)} />
          ))}
        </Section>
      )}
      <Section title="安排">
        <Plan visit={visit} />
      </Section>
    </Box>
  );
}
