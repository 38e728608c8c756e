import { Autocomplete } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../bridge/client-context.tsx';

const PAUSE_MS = 150;

/** Streets that begin like what is typed, after a pause in typing. */
function useSuggestions(text: string): readonly string[] {
  const client = useClient();
  const [found, setFound] = useState<readonly string[]>([]);
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(() => {
      client.zoneCoverage.suggest({ text }).then(
        (all) => !stale && setFound(all.map((one) => one.text)),
        () => !stale && setFound([]),
      );
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [client, text]);
  return found;
}

/** The address as it is typed; Enter asks for it and puts the suggestions away. */
export function AddressField(props: {
  readonly text: string;
  readonly onText: (text: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const suggestions = useSuggestions(props.text);
  const [choosing, setChoosing] = useState(false);
  return (
    <Autocomplete
      label={t('zone-coverage.address')}
      placeholder={t('zone-coverage.address.placeholder')}
      value={props.text}
      data={[...suggestions]}
      filter={({ options }) => options}
      comboboxProps={{ withinPortal: false }}
      dropdownOpened={choosing}
      onDropdownOpen={() => setChoosing(true)}
      onDropdownClose={() => setChoosing(false)}
      onKeyDown={({ key }) => key === 'Enter' && setChoosing(false)}
      onChange={props.onText}
    />
  );
}
