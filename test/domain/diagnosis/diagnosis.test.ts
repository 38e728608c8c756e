import { describe, expect, test } from 'vitest';
import { CAUSES, type Cause } from '../../../main/domain/diagnosis/diagnosis-causes.ts';
import { CURE_STEPS, cureOf } from '../../../main/domain/diagnosis/diagnosis-cures.ts';
import type { DiagnosisEvidence } from '../../../main/domain/diagnosis/diagnosis-evidence.ts';
import { judgeFile } from '../../../main/domain/diagnosis/diagnosis-file.ts';
import { judgeServer, judgeTopology } from '../../../main/domain/diagnosis/diagnosis-server.ts';
import { concludeWalk, walkLinks } from '../../../main/domain/diagnosis/diagnosis.ts';
import {
  lastResortStates,
  type LastResortStep,
} from '../../../main/domain/diagnosis/last-resort.ts';
import { openTexts } from '../../../main/hosts/texts.ts';

const URL = 'https://callcentre.example.org/resto';
const CALM: DiagnosisEvidence = {
  file: {
    type: 'read',
    path: '/x',
    modifiedAt: 0,
    elements: { serverUrl: [URL], terminalId: ['7b3f5d0e-4c1a-4f5e-9a61-2f0c7f6b1d11'] },
  },
  ownServerUrl: null,
  topology: { venues: 'chain', callCentreUrl: URL, tariff: null, delivery: null, origin: 'told' },
  server: {
    type: 'probed',
    configured: {
      url: URL,
      answer: { type: 'server', name: 'a', edition: 'default', version: '9.1', elapsedMs: 20 },
    },
    better: null,
    own: null,
    told: null,
  },
  terminalId: { sightings: [], elsewhere: [] },
  tillLog: { type: 'absent' },
  pluginLog: { type: 'absent' },
  cloud: { type: 'none' },
  zones: { type: 'none' },
  trail: { type: 'none' },
};

describe('the walk', () => {
  test('ends at the first proof and looks at nothing after it', () => {
    const walked = walkLinks({ ...CALM, file: { type: 'absent', searched: [], seen: 'nothing' } });
    expect(walked.map(({ link }) => link)).toEqual(['file']);
    expect(concludeWalk(walked)).toMatchObject({ type: 'cause', link: 'file' });
  });

  test('goes on over what nobody knows, and then advises nothing destructive', () => {
    const walked = walkLinks(CALM);
    expect(walked).toHaveLength(10);
    expect(concludeWalk(walked)).toEqual({ type: 'last-resort' });
  });

  test('ends at a file that may not be read and asks for access', () => {
    const walked = walkLinks({
      ...CALM,
      file: { type: 'unreadable', path: '/x', detail: 'EACCES' },
    });
    expect(concludeWalk(walked)).toEqual({ type: 'ask', links: ['file'] });
  });
});

describe('judgements', () => {
  test('a tariff is no error: only a call centre that it does not hold', () => {
    const start = { ...CALM.topology, tariff: 'start' } as const;
    expect(judgeTopology(start)).toMatchObject({ cause: 'topology.tariff-without-call-centre' });
    expect(judgeTopology({ ...start, venues: 'one', delivery: 'terminal' })).toMatchObject({
      state: 'good',
    });
  });

  test('a short timeout over the internet is shown as a risk, never as the cause', () => {
    const facts = (timeoutMs: number): readonly string[] =>
      judgeServer(CALM.server, timeoutMs).facts.map(({ code }) => code);
    expect(facts(10_000)).toContain('timeout-risky');
    expect(facts(30_000)).not.toContain('timeout-risky');
  });

  test('names of prototypes are no elements', () => {
    const file = { type: 'read', path: '/x', modifiedAt: 0, elements: {} } as const;
    expect(judgeFile(file)).toMatchObject({ cause: 'file.server-url-missing' });
  });
});

describe('cures', () => {
  test('every cause has one, gentle steps first', () => {
    for (const cause of CAUSES) expect(cureOf(cause).steps.length).toBeGreaterThan(0);
  });

  test('only two tills with one identity are cured by deleting it', () => {
    const destructive = CAUSES.filter((cause) =>
      cureOf(cause).steps.some(({ effect }) => effect === 'destructive'),
    );
    expect(destructive).toEqual<Cause[]>(['terminal-id.shared']);
  });

  test.each(['ru', 'en'] as const)('causes and steps have texts (%s)', (language) => {
    const { text } = openTexts(language);
    const keys = [
      ...CAUSES.flatMap((cause) => [`diagnosis.cause.${cause}`, `diagnosis.cause.${cause}.detail`]),
      ...Object.keys(CURE_STEPS).map((step) => `diagnosis.cure.${step}`),
    ];
    for (const key of keys) expect(text(key)).not.toBe(key);
  });
});

describe('the last resort', () => {
  const none = new Set<LastResortStep>();
  const locks = (...args: Parameters<typeof lastResortStates>) =>
    lastResortStates(...args).map(({ lock }) => lock);

  test('is closed while anything milder is known or can be asked', () => {
    const cause = concludeWalk(
      walkLinks({ ...CALM, file: { type: 'absent', searched: [], seen: 'nothing' } }),
    );
    expect(locks(cause, { zonesKept: true, done: none })).toEqual(Array(5).fill('cause-known'));
    const ask = { type: 'ask', links: ['trail'] } as const;
    expect(locks(ask, { zonesKept: true, done: none })).toEqual(Array(5).fill('ask-first'));
  });

  test('opens step by step, deleting only once the zones are kept', () => {
    const open = { type: 'last-resort' } as const;
    const first = new Set<LastResortStep>(['T1']);
    expect(locks(open, { zonesKept: false, done: none })[0]).toBeNull();
    expect(locks(open, { zonesKept: false, done: first })[1]).toBe('zones-not-kept');
    expect(locks(open, { zonesKept: true, done: first }).slice(0, 3)).toEqual([
      null,
      null,
      'in-order',
    ]);
  });
});
