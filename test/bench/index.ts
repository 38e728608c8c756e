import { parseArgs } from 'node:util';
import { openBenchStore, type BenchStore } from './bench-store.ts';
import { benchDisk } from './disk.ts';
import { benchDiskLive } from './disk-live.ts';
import { benchExport } from './export.ts';
import { benchFill } from './fill.ts';
import { benchHistory } from './history.ts';
import { benchHostBlock } from './host-block.ts';
import { benchIngest } from './ingest.ts';
import { benchList } from './list.ts';
import type { Figure } from './measure.ts';
import { benchMapping } from './mapping.ts';
import { benchModels } from './models.ts';
import { benchMemory } from './memory.ts';
import { benchReports } from './reports.ts';
import { benchRehearsal } from './rehearsal.ts';
import { benchReportUpkeep } from './report-upkeep.ts';
import { benchScroll } from './scroll.ts';
import { benchSearch } from './search.ts';
import { benchStartup } from './startup.ts';
import { benchXml } from './xml.ts';
import { benchZones } from './zones.ts';

/*
 * npm run bench -- [name...] [--orders N] [--store DIR]
 *
 * Benches of scale start from a store that `desk demo` filled: `.test-output/bench-store-N`, made
 * when it is missing (N is 50,000 unless given; the record is 1,000,000), or the one in DIR.
 */
type Bench = (store: () => BenchStore) => Promise<Figure[]>;

const BENCHES: Readonly<Record<string, Bench>> = {
  ingest: benchIngest,
  fill: (store) => benchFill(store()),
  disk: (store) => benchDisk(store()),
  'disk-live': benchDiskLive,
  search: (store) => benchSearch(store()),
  list: (store) => benchList(store()),
  'host-block': (store) => benchHostBlock(store()),
  'report-upkeep': benchReportUpkeep,
  history: () => benchHistory(Number(values.orders)),
  reports: () => benchReports(Number(values.orders)),
  rehearsal: () => benchRehearsal(Number(values.orders)),
  startup: (store) => benchStartup(store()),
  scroll: (store) => benchScroll(store()),
  mapping: (store) => benchMapping(store()),
  memory: (store) => benchMemory(store()),
  models: () => benchModels(Number(values.orders)),
  export: (store) => benchExport(store()),
  xml: benchXml,
  zones: benchZones,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { orders: { type: 'string', default: '50000' }, store: { type: 'string' } },
});
let opened: BenchStore | null = null;
const store = (): BenchStore =>
  (opened ??= openBenchStore(Number(values.orders), values.store ?? null));

async function run(name: string): Promise<number> {
  const bench = BENCHES[name];
  if (!bench)
    throw new Error(`There is no bench ${name}; there are ${Object.keys(BENCHES).join(', ')}`);
  const figures = await bench(store);
  for (const figure of figures) print(figure);
  return figures.filter(({ reached }) => !reached).length;
}

function print({ what, ours, rival, goal, reached }: Figure): void {
  console.log(`${reached ? '✓' : '✗'} ${what}`);
  console.log(`    ours  ${ours}\n    rival ${rival}\n    goal  ${goal}`);
}

let missed = 0;
try {
  const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
  for (const name of names) missed += await run(name);
} finally {
  (opened as BenchStore | null)?.dispose();
}
console.log(missed === 0 ? 'every goal reached' : `${missed} goals missed`);
