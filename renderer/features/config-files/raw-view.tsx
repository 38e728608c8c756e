import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenConfigFile } from '../../../main/contract/config-files.ts';
import type {
  ConfigFinding,
  FindingLevel,
} from '../../../main/domain/config-files/config-finding.ts';
import { typedText } from './draft.ts';
import { FindingLine } from './finding-line.tsx';
import { useFieldTexts } from './field-texts.ts';
import type { ShownFile } from './file-state.ts';
import {
  highlightProperties,
  highlightXml,
  numberLines,
  plainLines,
  type ColouredLine,
} from './highlight.ts';
import styles from './raw-view.module.css';

/** Beyond this the colours would slow typing down. */
const MOST_COLOURED = 200_000;
const LINE_PX = 20;

function useLines({ file }: OpenConfigFile, text: string): readonly ColouredLine[] {
  return useMemo(() => {
    if (text.length > MOST_COLOURED || file.kind === 'log') return numberLines(plainLines(text));
    return numberLines(
      file.kind === 'resto-properties' ? highlightProperties(text) : highlightXml(text),
    );
  }, [file.kind, text]);
}

const WEIGHT: readonly FindingLevel[] = ['note', 'warning', 'error'];

/** The heaviest finding of each line. */
function levelsByLine({ opened, preview }: ShownFile): ReadonlyMap<number, FindingLevel> {
  const fields = preview?.fields ?? opened.fields;
  const levels = new Map<number, FindingLevel>();
  for (const { element, level } of preview?.findings ?? opened.findings) {
    const line = fields.find((field) => field.element === element)?.line;
    if (line == null) continue;
    const known = levels.get(line);
    if (!known || WEIGHT.indexOf(level) > WEIGHT.indexOf(known)) levels.set(line, level);
  }
  return levels;
}

function Lines(props: {
  readonly lines: readonly ColouredLine[];
  readonly levels: ReadonlyMap<number, FindingLevel>;
}): ReactNode {
  const { lines, levels } = props;
  return (
    <pre className={styles.lines} aria-hidden>
      {lines.map(({ number, tokens }) => (
        <div key={number} className={styles.line} data-level={levels.get(number)}>
          <span className={styles.number}>{number}</span>
          <code>
            {tokens.map(({ at, type, text }) => (
              <span key={at} className={styles[type]}>
                {text}
              </span>
            ))}
            {'\n'}
          </code>
        </div>
      ))}
    </pre>
  );
}

function Findings({ state }: { readonly state: ShownFile }): ReactNode {
  const texts = useFieldTexts(state.opened.file.kind);
  const findings: readonly ConfigFinding[] = state.preview?.findings ?? state.opened.findings;
  if (findings.length === 0) return null;
  return (
    <div className={styles.findings}>
      {findings.map((finding) => (
        <FindingLine
          key={`${finding.code} ${finding.element}`}
          finding={finding}
          text={`${finding.element === null ? '' : `${finding.element}: `}${texts.finding(finding)}`}
          fix={null}
          onFix={() => undefined}
        />
      ))}
    </div>
  );
}

/** The file as it is written, with colours, line numbers and the same checks; lines keep their ends. */
export function RawView(props: {
  readonly state: ShownFile;
  readonly onText: (text: string) => void;
}): ReactNode {
  const { state, onText } = props;
  const { t } = useTranslation();
  const { opened, draft } = state;
  const raw = draft?.type === 'text' ? draft.text : (state.preview?.text ?? opened.text);
  const text = typedText(raw);
  const lines = useLines(opened, text);
  return (
    <div className={styles.raw}>
      <Findings state={state} />
      <div className={styles.scroll}>
        <div className={styles.sheet} style={{ minHeight: lines.length * LINE_PX }}>
          <Lines lines={lines} levels={levelsByLine(state)} />
          <textarea
            className={styles.area}
            aria-label={t('terminals.raw.label')}
            readOnly={!opened.file.editable}
            spellCheck={false}
            autoComplete="off"
            wrap="off"
            value={text}
            onChange={(event) => onText(event.currentTarget.value)}
          />
        </div>
      </div>
    </div>
  );
}
