/** Something a person can do from the palette or by keys. Texts are already in their language. */
export type Command = Readonly<{
  /** Unique in the window, for example `orders.export`. */
  id: string;
  title: string;
  /** Heading it stands under, in the palette and in the list of shortcuts. */
  group: string;
  /** More words by which it is found. */
  keywords?: string;
  /**
   * Keys as `Ctrl+Shift+KeyZ`, `Alt+Digit1`, `F5`, `Escape`: modifiers, then the code of the physical key,
   * so that it works in any keyboard layout.
   */
  keys?: string;
  /** True lets the keys work while a text field has the focus; keys with Ctrl, Alt or F always do. */
  inFields?: boolean;
  /** Shown in the list of shortcuts only: the screen handles the keys itself. */
  hintOnly?: boolean;
  /** Where it stands among others: lower first, 0 when absent. */
  rank?: number;
  run(): void;
}>;
