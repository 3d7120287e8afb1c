import { useEffect } from 'react';
import { type Called, type Output, useCall } from '@/gateway';
import { useVisible } from '@/platform/visible';
import { isOpen, viewOf } from './service-view';

const PAUSE = 4_000;

/** A visit, read again every few seconds as long as the other side may change it and somebody looks. */
export function useWatchedVisit(visitId: string): Called<Output<'visit.get'>> {
  const called = useCall('visit.get', visitId === '' ? null : { visitId });
  const visible = useVisible();
  const { data, reload } = called;
  const open = data === undefined || isOpen(viewOf(data.visit));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `reload` is made anew with each reading
  useEffect(() => {
    if (!visible || !open) return;
    const timer = setInterval(reload, PAUSE);
    return () => clearInterval(timer);
  }, [visible, open, visitId]);
  return called;
}
