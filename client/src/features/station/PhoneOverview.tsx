import { go } from '@/platform/route';
import { Box, Card, ListRow, Loaded, Section, Tag, Text } from '@/ui';
import { momentWords } from '@/words/dates';
import { classWord, standardWords } from '@/words/station';
import { designationsAt } from './addresses';
import { DueList } from './DueList';
import { mayDecide, type OverviewProps } from './overview.types';
import { PhoneMetric } from './PhoneMetric';
import styles from './PhoneOverview.module.scss';
import { worst } from './pace-words';
import { Reckoning } from './Reckoning';
import { daysLeft, summaryWords, windowWords } from './summary';

/** A station's year on a phone. */
export function PhoneOverview({ progress, todo, standing, today, onClause }: OverviewProps) {
  const { stationId, year, stationName, stationClass, policyYear, inherited, asOf } = progress;
  const left = daysLeft(progress);
  return (
    <>
      <Box as="h2" className="title">
        {stationName}
      </Box>
      <Box className={styles.tags}>
        <Tag tint word={classWord(stationClass)} />
        <Tag word={standardWords(year, policyYear, inherited)} />
      </Box>
      <Box className={styles.window}>
        {windowWords(progress)}
        {left !== undefined && (left < 0 ? '，已结束' : left === 0 ? '，今天截止' : '，还有 ')}
        {left !== undefined && left > 0 && <Text strong>{`${left} 天`}</Text>}
      </Box>
      <Box className={styles.summary}>{summaryWords(progress)}</Box>
      <Box className={styles.asOf}>{`截至 ${momentWords(asOf, today)}`}</Box>
      <Card as="ul">
        {progress.metrics.map((metric) => (
          <PhoneMetric key={metric.metric} progress={progress} metric={metric} onClause={onClause} />
        ))}
      </Card>
      <Section title="到期的事">
        <Loaded of={todo}>
          {(data) => (
            <Card>
              <DueList
                todo={data}
                stationId={stationId}
                year={year}
                today={today}
                mayDecide={mayDecide(standing)}
                onClause={onClause}
              />
            </Card>
          )}
        </Loaded>
      </Section>
      <Reckoning progress={progress} metric={worst(progress.metrics)} />
      <Section title="这个站点">
        <Card>
          <ListRow name="重点服务企业名单" onTap={() => go(designationsAt(stationId, year))} />
          <ListRow name="企业与签到码" to="/station/enterprises/index" />
          <ListRow name="产业特派员和驻站名单" to={`/station/commissioners/index?stationId=${stationId}`} />
          <ListRow name="办法与条款" to="/station/clauses/index" />
        </Card>
      </Section>
    </>
  );
}
