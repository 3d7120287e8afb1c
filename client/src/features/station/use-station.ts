import { useState } from 'react';
import { type RoleInUse, useRole } from '@/features/roles';
import { type Called, type Output, useCall } from '@/gateway';
import { pageParams } from '@/platform/params';
import { useReturn } from '@/platform/return';
import { replace, withQuery } from '@/platform/route';
import type { StationRow } from './types';

export interface StationInView extends RoleInUse {
  readonly list: Called<Output<'station.list'>>;
  readonly stations: readonly StationRow[];
  readonly stationId: string | undefined;
  readonly year: number | undefined;
  /** Years in which this station has a project, the newest first. */
  readonly years: readonly number[];
  /** The other parameters that the page was opened with. */
  readonly asked: Readonly<Record<string, string>>;
  /** Looks at another station or year; the address follows, so that a reload stays there. */
  readonly choose: (next: { readonly stationId?: string; readonly year?: number }) => void;
}

const newest = (years: readonly number[], today: number): number | undefined =>
  [...years].sort((a, b) => b - a).find((year) => year <= today) ?? years[0];

/** Which station and year a page is about: what it was opened with, else the person's own station and its newest year. */
export function useStation(path: string): StationInView {
  // Read once: a page that lies under another one would otherwise read that one's parameters.
  const [asked] = useState(pageParams);
  const role = useRole();
  const list = useCall('station.list', role.me.data ? {} : null);
  const stations = list.data?.stations ?? [];
  const stationId = asked.stationId ?? role.standing?.stationId ?? stations[0]?.id;
  const station = stations.find((one) => one.id === stationId);
  const years = [...(station?.years ?? [])].sort((a, b) => b - a);
  const thisYear = role.me.data && Number(role.me.data.today.slice(0, 4));
  const askedYear = /^\d{4}$/.test(asked.year ?? '') ? Number(asked.year) : undefined;
  const year = askedYear ?? (thisYear === undefined ? undefined : station ? newest(years, thisYear) : thisYear);
  const choose: StationInView['choose'] = (next) =>
    replace(
      withQuery(path, {
        ...asked,
        stationId: next.stationId ?? stationId,
        year: next.stationId === undefined ? String(next.year ?? year) : undefined,
      }),
    );
  return { ...role, list, stations, stationId, year, years, asked, choose };
}

/** Reads again when the page comes back from under another one. */
export const useFresh = (...called: readonly Called<unknown>[]): void =>
  useReturn(() => {
    for (const one of called) one.reload();
  });
