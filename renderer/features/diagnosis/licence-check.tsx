import { Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconMinus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  checkLicences,
  LICENCE_MODULES,
  type LicenceFinding,
  type LicenceSet,
} from '../../../main/domain/diagnosis/licence-rules.ts';
import styles from './readiness.module.css';

/** What the form itself asks; tariff and topology are known from the diagnosis. */
export type LicenceForm = Pick<LicenceSet, 'hosting' | 'apiVersions' | 'connections' | 'modules'>;

const API_VERSIONS = ['v1', 'v2', 'v3'] as const;
const MARKS = { forbidden: IconAlertTriangle, 'not-on-tariff': IconMinus, advice: IconInfoCircle };
const NOTHING: LicenceForm = { hosting: null, apiVersions: [], connections: null, modules: [] };

const toggled = <T,>(list: readonly T[], one: T): readonly T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

function Findings({ findings }: { readonly findings: readonly LicenceFinding[] }): ReactNode {
  const { t } = useTranslation();
  if (findings.length === 0) {
    return (
      <p className={styles.fits}>
        <IconCircleCheck size={16} aria-hidden /> {t('licences.none')}
      </p>
    );
  }
  return (
    <ul aria-live="polite">
      {findings.map(({ code, level, params }) => {
        const Mark = MARKS[level];
        return (
          <li key={code} className={styles.finding} data-level={level}>
            <Mark size={16} aria-hidden />
            <span>
              <strong>{t(`licences.level.${level}`)}: </strong>
              {t(`licences.${code}`, params)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Choices(props: {
  readonly form: LicenceForm;
  readonly onChange: (form: LicenceForm) => void;
}): ReactNode {
  const { form, onChange } = props;
  const { t } = useTranslation();
  return (
    <div className={styles.choices}>
      {API_VERSIONS.map((version) => (
        <Checkbox
          key={version}
          label={`${t('licences.api')} ${version}`}
          checked={form.apiVersions.includes(version)}
          onChange={() => onChange({ ...form, apiVersions: toggled(form.apiVersions, version) })}
        />
      ))}
      {LICENCE_MODULES.map((module) => (
        <Checkbox
          key={module}
          label={t(`licences.module.${module}`)}
          checked={form.modules.includes(module)}
          onChange={() => onChange({ ...form, modules: toggled(form.modules, module) })}
        />
      ))}
    </div>
  );
}

/** Which combinations of licences do not work, each named. */
export function LicenceCheck(props: {
  readonly known: Pick<LicenceSet, 'tariff' | 'venues' | 'delivery' | 'terminals'>;
}): ReactNode {
  const { t } = useTranslation();
  const [form, setForm] = useState<LicenceForm>(NOTHING);
  const hostings = ['hosted', 'local'] as const;
  const options = hostings.map((value) => ({ value, label: t(`licences.hosting.${value}`) }));
  return (
    <section className={styles.section} aria-label={t('licences.title')}>
      <header>
        <h2>{t('licences.title')}</h2>
      </header>
      <p className={styles.note}>{t('licences.hint')}</p>
      <div className={styles.fields}>
        <NativeSelect
          size="xs"
          label={t('licences.hosting')}
          value={form.hosting ?? ''}
          data={[{ value: '', label: t('licences.unknown') }, ...options]}
          onChange={({ currentTarget: { value } }) =>
            setForm({ ...form, hosting: hostings.find((one) => one === value) ?? null })
          }
        />
        <NumberInput
          className={styles.wide}
          label={t('licences.connections')}
          value={form.connections ?? ''}
          min={0}
          max={10_000}
          allowDecimal={false}
          hideControls
          onChange={(value) =>
            setForm({ ...form, connections: value === '' ? null : Number(value) })
          }
        />
      </div>
      <Choices form={form} onChange={setForm} />
      <Findings findings={checkLicences({ ...props.known, ...form })} />
    </section>
  );
}
