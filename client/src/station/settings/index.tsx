import { useState } from 'react';
import { ClassForm } from '@/features/station/ClassForm';
import { InheritForm } from '@/features/station/InheritForm';
import { People } from '@/features/station/People';
import styles from '@/features/station/Settings.module.scss';
import { useStation } from '@/features/station/use-station';
import { useWide } from '@/platform/width';
import { Box, Loaded, Page, Section, Segmented, Select, StateBlock } from '@/ui';

/** 站点设置, for the center: classes and agreements, inherited figures, and who holds which role. */
export default function SettingsPage() {
  const wide = useWide();
  const { standing, list, me } = useStation('/station/settings/index');
  const today = me.data?.today;
  const thisYear = today && Number(today.slice(0, 4));
  const [chosenYear, setYear] = useState<number>();
  const [chosenStation, setStation] = useState<string>();
  const year = chosenYear ?? thisYear;
  if (standing && standing.role !== 'center')
    return (
      <Page title="站点设置">
        <StateBlock icon="lock" title="站点设置由市科协创新服务中心管理" note="需要改动时，请与中心联系。" />
      </Page>
    );
  return (
    <Page title="站点设置" meta="改动立即生效，数字自动重算，每次改动都留有记录">
      <Loaded of={list}>
        {({ stations }) => {
          const stationId = chosenStation ?? stations[0]?.id;
          return (
            today &&
            thisYear &&
            year && (
              <Box className={wide ? styles.wide : undefined}>
                <Box>
                  <Segmented
                    label="年度"
                    tabs={[thisYear - 1, thisYear, thisYear + 1].map((one) => ({ key: String(one), word: `${one}年` }))}
                    value={String(year)}
                    onChange={(key) => setYear(Number(key))}
                  />
                  <Section title="沿用标准">
                    <InheritForm key={year} year={year} />
                  </Section>
                  <Section title="站点类别和协议目标">
                    {stationId !== undefined && (
                      <>
                        <Box className={styles.choice}>
                          <Select
                            label="站点"
                            value={stationId}
                            onChange={setStation}
                            options={stations.map(({ id, name }) => ({ value: id, word: name }))}
                          />
                        </Box>
                        <ClassForm key={`${stationId} ${year}`} stationId={stationId} year={year} />
                      </>
                    )}
                  </Section>
                </Box>
                <Box>
                  <Section title="人员和邀请">
                    <People stations={stations} today={today} />
                  </Section>
                </Box>
              </Box>
            )
          );
        }}
      </Loaded>
    </Page>
  );
}
