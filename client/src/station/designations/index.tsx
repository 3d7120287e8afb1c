import { districtOfStation } from '@shared/station/station-id';
import { useEffect, useState } from 'react';
import type { Standing } from '@/features/roles';
import { DesignateSheet } from '@/features/station/DesignateSheet';
import { type Designation, DesignationList } from '@/features/station/DesignationList';
import { FindEnterprise } from '@/features/station/FindEnterprise';
import { StationChoice } from '@/features/station/StationChoice';
import { useFresh, useStation } from '@/features/station/use-station';
import { useCall } from '@/gateway';
import { useWide } from '@/platform/width';
import { Box, Button, Loaded, Page, StateBlock, Tabs, toast } from '@/ui';

type Part = 'now' | 'withdrawn';
type Named = Designation['enterprise'];
type Open = { readonly what: 'find' } | { readonly what: 'designate' | 'withdraw'; readonly enterprise: Named };

const isStation = ({ role }: Standing): boolean => role === 'stationLead' || role === 'stationContact';
const mayWithdraw = (standing: Standing): boolean => isStation(standing) || standing.role === 'center';

/** 重点服务企业名单: named by the station for a year; withdrawn ones stay on record. */
export default function DesignationsPage() {
  const wide = useWide();
  const view = useStation('/station/designations/index');
  const { stationId, year, standing, me, asked } = view;
  const called = useCall(
    'station.designations',
    stationId === undefined || year === undefined ? null : { stationId, year },
  );
  useFresh(called);
  const [part, setPart] = useState<Part>('now');
  const [open, setOpen] = useState<Open>();
  const today = me.data?.today;
  const all = called.data?.designations ?? [];
  const parts = { now: all.filter((one) => !one.withdrawn), withdrawn: all.filter((one) => one.withdrawn) };
  const may = standing !== undefined && isStation(standing) && standing.stationId === stationId;

  // Opened for one enterprise, from a record that does not count only because it was never named.
  const asFor = useCall(
    'enterprise.get',
    asked.enterpriseId === undefined ? null : { enterpriseId: asked.enterpriseId },
  );
  const enterprise = asFor.data?.enterprise;
  useEffect(() => {
    if (may && enterprise) setOpen({ what: 'designate', enterprise: { id: enterprise.id, name: enterprise.name } });
  }, [may, enterprise]);

  const add = may && <Button icon="plus" word="指定企业" onTap={() => setOpen({ what: 'find' })} />;
  const close = () => setOpen(undefined);
  const done = (said: string) => {
    close();
    toast(said);
    called.reload();
  };
  return (
    <Page
      title="重点服务企业名单"
      meta={year !== undefined && `${year}年 · 站点指定，企业评价过的服务才计入`}
      actions={add}
      dock={wide ? undefined : add || undefined}
    >
      <StationChoice view={view} />
      <Loaded of={called}>
        {() => (
          <>
            <Tabs
              label="名单"
              tabs={[
                { key: 'now', word: '名单里', count: parts.now.length },
                { key: 'withdrawn', word: '已撤回', count: parts.withdrawn.length },
              ]}
              value={part}
              onChange={setPart}
            />
            <Box style={{ marginTop: '14px' }}>
              {parts[part].length === 0 || !today || !standing ? (
                <StateBlock
                  icon="star"
                  title={part === 'now' ? '还没有指定企业' : '没有撤回过'}
                  note={part === 'now' ? '指定之后，企业评价过的服务才计入重点服务。' : undefined}
                />
              ) : (
                <DesignationList
                  rows={parts[part]}
                  today={today}
                  onWithdraw={
                    mayWithdraw(standing)
                      ? ({ enterprise: one }) => setOpen({ what: 'withdraw', enterprise: one })
                      : undefined
                  }
                />
              )}
            </Box>
          </>
        )}
      </Loaded>
      {open?.what === 'find' && stationId !== undefined && (
        <FindEnterprise
          district={districtOfStation(stationId)}
          taken={new Set(parts.now.map((one) => one.enterprise.id))}
          onClose={close}
          onFound={(found) => setOpen({ what: 'designate', enterprise: found })}
        />
      )}
      {open !== undefined && open.what !== 'find' && stationId !== undefined && year !== undefined && today && (
        <DesignateSheet
          stationId={stationId}
          year={year}
          today={today}
          enterprise={open.enterprise}
          withdraw={open.what === 'withdraw'}
          onClose={close}
          onDone={done}
        />
      )}
    </Page>
  );
}
