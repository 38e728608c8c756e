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
import { createKeeping } from './create-keeping.ts';

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

/** A step that was taken: in which draft, the way back, and when it is kept. */
export type Taken = Readonly<{ draft: number; back: ZoneEdit; kept: Promise<void> }>;

export type ZonesSlice = StoreApi<ZonesState> &
  Readonly<{
    read(): Promise<void>;
    follow(): () => void;
    /** Takes a step at once and keeps it; read again when the core refuses. Answers the way back. */
    take(edit: ZoneEdit): Taken;
    /** Takes a step of a draft, turning to it first: the way back may lead into another one. */
    takeIn(draft: number, edit: ZoneEdit): Promise<void>;
    /** Turns to a draft; a removed one comes back with that. */
    turnTo(draft: number): Promise<void>;
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
    const old = state.type === 'shown' ? keptOf(state.editor, map) : START;
    store.setState({ type: 'shown', editor: { ...old, map, findings } }, true);
  };
  const read = async (): Promise<void> => {
    try {
      const map = await client.zones.map({});
      if (keeping.isNewest(map)) show(map);
    } catch (error) {
      store.setState({ type: 'failed', failure: toFailure(error) }, true);
    }
  };
  const take = (edit: ZoneEdit): Taken => {
    const draft = draftOf(store.getState());
    const before = zonesOf(store.getState());
    const zones = editZones(before, edit);
    set((editor) => edited(editor, zones, rules));
    return { draft, back: editBetween(zones, before), kept: keeping.keep(edit) };
  };
  return Object.assign(store, {
    read,
    take,
    ...stepsOfDrafts(client, keeping, { draft: () => draftOf(store.getState()), read, take }),
    follow: () => client.zones.onChanged((news) => void (keeping.isNews(news) && read())),
    ...atHand(set),
    tryOut: rules.tryOut,
  });
}

/** What is chosen, held and looked at; none of it is kept. */
const atHand = (
  set: (change: (editor: Editor) => Partial<Editor>) => void,
): Pick<ZonesSlice, 'choose' | 'holdVertex' | 'use' | 'show'> => ({
  choose: (chosen) => set(() => ({ chosen, vertex: null })),
  holdVertex: (vertex) => set(() => ({ vertex })),
  use: (tool) => set(() => ({ tool, vertex: null })),
  show: (preview) => set(() => ({ preview })),
});

/** Steps that may lead into another draft than the one on the screen. */
function stepsOfDrafts(
  client: Client,
  keeping: ReturnType<typeof createKeeping>,
  here: Pick<ZonesSlice, 'read' | 'take'> & Readonly<{ draft(): number }>,
): Pick<ZonesSlice, 'takeIn' | 'turnTo'> {
  const turnTo = async (draft: number): Promise<void> => {
    await keeping.idle();
    await client.zones.chooseDraft({ draft });
    await here.read();
  };
  return {
    turnTo,
    async takeIn(draft, edit) {
      if (here.draft() !== draft) await turnTo(draft);
      await here.take(edit).kept;
    },
  };
}

const draftOf = (state: ZonesState): number =>
  state.type === 'shown' ? state.editor.map.draft : 0;

/** What is chosen belongs to one draft. */
const keptOf = (old: Editor, map: ZoneMap): typeof START | Editor =>
  old.map.draft === map.draft ? old : START;

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

const START = { chosen: [], vertex: null, tool: 'select', preview: null } as const;
