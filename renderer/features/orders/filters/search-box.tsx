import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';

const CALM_MS = 180;

/** The one search box: asks when typing pauses; Esc clears, Enter and ↓ go to the list. */
export function SearchBox(props: {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly onLeave: () => void;
  readonly ref?: Ref<HTMLInputElement>;
}): ReactNode {
  const { t } = useTranslation();
  const { search, onSearch, onLeave } = props;
  const [text, setText] = useState(search);
  const [known, setKnown] = useState(search);
  if (known !== search) {
    setKnown(search);
    if (search !== text.trim()) setText(search);
  }
  useEffect(() => {
    if (text.trim() === search) return;
    const timer = setTimeout(() => onSearch(text.trim()), CALM_MS);
    return () => clearTimeout(timer);
  }, [text, search, onSearch]);
  const clear = (): void => {
    setText('');
    onSearch('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (text === '') onLeave();
      else clear();
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      if (text.trim() !== search) onSearch(text.trim());
      onLeave();
    }
  };
  return (
    <TextInput
      ref={props.ref}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      placeholder={t('orders.search.placeholder')}
      aria-label={t('orders.search.label')}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSectionWidth={text ? 28 : 56}
      rightSection={
        text ? (
          <CloseButton size="sm" aria-label={t('orders.search.clear')} onClick={clear} />
        ) : (
          <kbd>Ctrl F</kbd>
        )
      }
    />
  );
}
