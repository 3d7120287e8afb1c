import { useState } from 'react';
import type { Standing } from '@/features/roles';
import { type Commissioner, CommissionerList, type PersonAct } from '@/features/station/CommissionerList';
import { EndSheet, ProposeSheet } from '@/features/station/ResidencySheets';
import { type Residency, Roster } from '@/features/station/Roster';
import searchStyles from '@/features/station/Search.module.scss';
import { StationChoice } from '@/features/station/StationChoice';
import { SuspendSheet } from '@/features/station/SuspendSheet';
import { useSettled } from '@/features/station/use-enterprises';
import { useStation } from '@/features/station/use-station';
import { useCall } from '@/gateway';
import { useWide } from '@/platform/width';
import { Box, Field, Page, Section, toast } from '@/ui';

type Open =
  | { readonly act: PersonAct; readonly person: Commissioner }
  | { readonly act: 'end'; readonly residency: Residency };

const mayPropose = ({ role }: Standing): boolean =>
  role === 'stationLead' || role === 'stationContact' || role === 'district';

/** 产业特派员: the roster of one station, and everybody who can be proposed for it. */
export default function CommissionersPage() {
  const wide = useWide();
  const view = useStation('/station/commissioners/index');
  const { stationId, standing, me } = view;
  const [typed, setTyped] = useState('');
  const query = useSettled(typed).trim();
  const roster = useCall('commissioner.roster', stationId === undefined ? null : { stationId });
  const list = useCall('commissioner.list', standing ? { limit: 100, ...(query !== '' && { query }) } : null);
  const [open, setOpen] = useState<Open>();
  const today = me.data?.today;
  const station = view.stations.find(({ id }) => id === stationId);
  const close = () => setOpen(undefined);
  const done = (said: string) => {
    close();
    toast(said);
    roster.reload();
    list.reload();
  };
  const actOf = (person: Commissioner): PersonAct | undefined => {
    if (standing?.role === 'center') return 'suspend';
    const resident = person.residentOf.some(({ id }) => id === stationId);
    return standing && mayPropose(standing) && !resident ? 'propose' : undefined;
  };
  const residents = standing && today && stationId !== undefined && (
    <>
      <StationChoice view={{ ...view, years: [] }} />
      <Section title={station ? `${station.name}驻站名单` : '驻站名单'}>
        <Roster
          of={roster}
          standing={standing}
          today={today}
          onEnd={(residency) => setOpen({ act: 'end', residency })}
        />
      </Section>
    </>
  );
  return (
    <Page
      title="产业特派员"
      meta="驻站名单由站点提名、区科协同意；名录由市科协创新服务中心管理"
      side={wide ? residents : undefined}
    >
      {!wide && residents}
      <Section title="名录">
        <Box className={searchStyles.search}>
          <Box className={searchStyles.field}>
            <Field kind="search" label="找特派员" placeholder="姓名、单位" value={typed} onChange={setTyped} max={40} />
          </Box>
        </Box>
        <CommissionerList of={list} query={query} actOf={actOf} onAct={(act, person) => setOpen({ act, person })} />
      </Section>
      {open?.act === 'propose' && stationId !== undefined && today && (
        <ProposeSheet person={open.person} stationId={stationId} today={today} onClose={close} onDone={done} />
      )}
      {open?.act === 'suspend' && today && (
        <SuspendSheet person={open.person} today={today} onClose={close} onDone={done} />
      )}
      {open?.act === 'end' && today && (
        <EndSheet
          person={open.residency.person}
          residency={open.residency}
          today={today}
          onClose={close}
          onDone={done}
        />
      )}
    </Page>
  );
}
