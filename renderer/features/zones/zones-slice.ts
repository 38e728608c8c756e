import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../main/contract/index.ts';
import type { ZoneMap } from '../../../main/contract/zones.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import {
  editBetween,
  editZones,
  type DrawnZone,
  type ZoneEdit,
} from '../../../main/domain/zones/drawing/drawn-zone.ts';
import type { VertexPlace } from '../../../main/domain/zones/drawing/ring-edits.ts';
import type { ZoneFinding } from '../../../main/domain/zones/zone-finding.ts';
import { toFailure } from '../../bridge/to-failure.ts';
import { createRules, type Rules } from './rules.ts';
import { inParts } from './edit-parts.ts';

/** What the mouse does on the map. */
export type Tool = 'select' | 'draw' | 'split' | 'measure';

export type Editor = Readonly<{
  map: ZoneMap;
  findings: readonly ZoneFinding[];
  /** Ids in the order of choosing; the last one is the one at hand. */
  chosen: readonly string[];
  vertex: VertexPlace | null;
  tool: Tool;
  /** What would be drawn instead: a repair before it is taken, a version beside the draft. */
  preview: readonly DrawnZone[] | null;
}>;

export type ZonesState =
  | Readonly<{ type: 'loading' }>
  | Readonly<{ type: 'failed'; failure: Failure }>
  | Readonly<{ type: 'shown'; editor: Editor }>;

export type ZonesSlice = StoreApi<ZonesState> &
  Readonly<{
    read(): Promise<void>;
    follow(): () => void;
    /** Takes a step at once and keeps it; read again when the core refuses. Answers the way back. */
    take(edit: ZoneEdit): Readonly<{ back: ZoneEdit; kept: Promise<void> }>;
    choose(ids: readonly string[]): void;
    holdVertex(vertex: VertexPlace | null): void;
    use(tool: Tool): void;
    show(preview: readonly DrawnZone[] | null): void;
    /** A zone as it is under the mouse: the rules are told at once, nothing is kept. */
    tryOut(zone: DrawnZone | null): readonly ZoneFinding[];
  }>;

/** The draft on the screen, what is chosen in it, and how it gets to the core. */
export function createZonesSlice(client: Client): ZonesSlice {
  const store = createStore<ZonesState>(() => ({ type: 'loading' }));
  const rules = createRules();
  const keeping = createKeeping(client, () => read());
  const set = (change: (editor: Editor) => Partial<Editor>): void => {
    const state = store.getState();
    if (state.type !== 'shown') return;
    store.setState({ type: 'shown', editor: { ...state.editor, ...change(state.editor) } }, true);
  };
  const show = (map: ZoneMap): void => {
    const state = store.getState();
    const findings = rules.check(map.zones, map.places);
    const old = state.type === 'shown' ? state.editor : START;
    store.setState({ type: 'shown', editor: { ...old, map, findings } }, true);
  };
  const read = async (): Promise<void> => {
    try {
      const map = await client.zones.map({});
      if (keeping.isNewest(map.revision)) show(map);
    } catch (error) {
      store.setState({ type: 'failed', failure: toFailure(error) }, true);
    }
  };
  const take = (edit: ZoneEdit): Readonly<{ back: ZoneEdit; kept: Promise<void> }> => {
    const before = zonesOf(store.getState());
    const zones = editZones(before, edit);
    set((editor) => edited(editor, zones, rules));
    return { back: editBetween(zones, before), kept: keeping.keep(edit) };
  };
  return Object.assign(store, {
    read,
    take,
    follow: () => client.zones.onChanged((news) => void (keeping.isNews(news.revision) && read())),
    choose: (chosen: readonly string[]) => set(() => ({ chosen, vertex: null })),
    holdVertex: (vertex: VertexPlace | null) => set(() => ({ vertex })),
    use: (tool: Tool) => set(() => ({ tool, vertex: null })),
    show: (preview: readonly DrawnZone[] | null) => set(() => ({ preview })),
    tryOut: rules.tryOut,
  });
}

const zonesOf = (state: ZonesState): readonly DrawnZone[] =>
  state.type === 'shown' ? state.editor.map.zones : [];

const edited = (
  { map, chosen }: Editor,
  zones: readonly DrawnZone[],
  rules: Rules,
): Partial<Editor> => ({
  map: { ...map, zones, changed: true },
  findings: rules.check(zones, map.places),
  chosen: chosen.filter((id) => zones.some((zone) => zone.id === id)),
  preview: null,
});

/** Sends steps one after another; when the last one is kept, or refused, what is kept is read again. */
function createKeeping(client: Client, read: () => Promise<void>) {
  let revision = 0;
  let waiting = 0;
  let line: Promise<void> = Promise.resolve();
  const send = async (edit: ZoneEdit): Promise<void> => {
    for (const part of inParts(edit)) {
      ({ revision } = await client.zones.change({ revision, ...part }));
    }
  };
  const done = async (): Promise<void> => {
    waiting -= 1;
    if (waiting === 0) await read();
  };
  return {
    keep(edit: ZoneEdit): Promise<void> {
      waiting += 1;
      const kept = line.then(() => send(edit));
      line = kept.catch(() => undefined).then(done);
      return kept;
    },
    /** Whether what was read may be shown: nothing is on its way. */
    isNewest(read: number): boolean {
      if (waiting > 0) return false;
      revision = read;
      return true;
    },
    isNews: (told: number): boolean => waiting === 0 && told !== revision,
  };
}

const START = { chosen: [], vertex: null, tool: 'select', preview: null } as const;
