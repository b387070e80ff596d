/** The shape of an interpretive choice. */

/** English, French, Arabic. */
export type Texts = readonly [en: string, fr: string, ar: string];

export interface ChoiceEntry {
  readonly articles: readonly string[];
  readonly default: string;
  /** Allowed settings with their meaning; one setting = shown, not switchable. */
  readonly settings: Readonly<Record<string, Texts>>;
}
