import type { ReactNode } from 'react';
import { AddConnection } from '../features/connections/index.ts';
import { FirstRun } from '../features/first-run/index.ts';

/** The first run with the connections' own form inside: features do not know each other. */
export function FirstRunWindow(): ReactNode {
  return <FirstRun connect={AddConnection} />;
}
