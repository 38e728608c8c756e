import { describe, expect, it } from 'vitest';
import type { Command } from '../../../renderer/shared/commands/command.ts';
import { findCommands } from '../../../renderer/shared/commands/find-commands.ts';
import { asCyrillic, asLatin, layoutVariants } from '../../../main/domain/keyboard-layout.ts';

const command = (title: string, keywords = ''): Command => ({
  id: title,
  title,
  keywords,
  group: 'Перейти',
  run: () => undefined,
});

const COMMANDS = [
  command('Отчёты', 'Reports'),
  command('Заказы', 'Orders'),
  command('Показать все заказы'),
  command('Экспорт в CSV'),
  command('Тёмная тема'),
];

const find = (query: string) => findCommands(COMMANDS, query).map(({ title }) => title);

describe('keyboard layouts', () => {
  it('read what was meant in the other one', () => {
    expect(asCyrillic('pfrfps')).toBe('заказы');
    expect(asCyrillic("'rcgjhn")).toBe('экспорт');
    expect(asLatin('куз')).toBe('rep');
    expect(asLatin(asCyrillic('orders'))).toBe('orders');
  });

  it('say each variant once', () => {
    expect(layoutVariants('123')).toEqual(['123']);
    expect(layoutVariants('Pfrf')).toEqual(['pfrf', 'зака']);
  });
});

describe('findCommands', () => {
  it('finds by the beginning of any word, whole titles first', () => {
    expect(find('зак')).toEqual(['Заказы', 'Показать все заказы']);
  });

  it('finds Russian words typed in the Latin layout and the other way round', () => {
    expect(find('pfrfps')).toEqual(['Заказы', 'Показать все заказы']);
    expect(find('куз')).toEqual(['Отчёты']);
    expect(find('сым')).toEqual(['Экспорт в CSV']);
  });

  it('treats ё as е and wants every word of the query', () => {
    expect(find('отчет')).toEqual(['Отчёты']);
    expect(find('все заказы')).toEqual(['Показать все заказы']);
    expect(find('темная заказы')).toEqual([]);
  });

  it('finds everything for an empty query and nothing for nonsense', () => {
    expect(find('  ')).toHaveLength(COMMANDS.length);
    expect(find('ыыы')).toEqual([]);
  });
});
