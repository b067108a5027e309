// Types of the module `faircopy.js`.

/** A résumé in the form of JSON Resume 1.0.0; https://jsonresume.org/schema describes its keys. */
export interface Resume {
  basics?: { name?: string; label?: string; email?: string; phone?: string; url?: string; summary?: string; [key: string]: unknown };
  work?: { name?: string; position?: string; startDate?: string; endDate?: string; highlights?: string[]; [key: string]: unknown }[];
  education?: { institution?: string; studyType?: string; area?: string; startDate?: string; endDate?: string; [key: string]: unknown }[];
  skills?: { name?: string; keywords?: string[]; [key: string]: unknown }[];
  /** What the schema has no key for stands under `faircopy`: lines in no field, custom sections. */
  meta?: { faircopy?: { unplaced?: string[]; [key: string]: unknown }; [key: string]: unknown };
  [key: string]: unknown;
}

/** The résumé that a text says. The text may be messy, Markdown or JSON Resume. */
export function parse(text: string): Promise<Resume>;

/** A résumé as Markdown. */
export function toMarkdown(resume: Resume | string): Promise<string>;

/** A résumé as JSON text: valid, with keys in the schema's order, and a line feed at the end. */
export function toJson(resume: Resume | string): Promise<string>;

/** `<faircopy-editor>`: a form field whose value is a résumé. */
export class FaircopyEditor extends HTMLElement {
  static readonly formAssociated: true;

  /** The résumé, or null where there is none. Takes JSON as well; what is no résumé is refused with a word in the console. */
  get value(): Resume | null;
  set value(value: Resume | string | null);
  /** The text that the résumé is read from. */
  text: string;
  /** The text between the tags, which a reset gives. */
  readonly defaultValue: string;

  name: string;
  disabled: boolean;
  readOnly: boolean;
  required: boolean;
  readonly type: "faircopy-editor";
  readonly form: HTMLFormElement | null;
  readonly labels: NodeList;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;

  /** Puts a text in place of what is there, and gives the résumé once it is read. */
  parse(text: string): Promise<Resume | null>;
  /** The résumé as Markdown. */
  toMarkdown(): Promise<string>;
  checkValidity(): boolean;
  reportValidity(): boolean;
  setCustomValidity(message: string): void;

  addEventListener<K extends keyof FaircopyEditorEvents>(type: K, listener: (this: FaircopyEditor, event: FaircopyEditorEvents[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
}

export interface FaircopyEditorEvents extends Omit<HTMLElementEventMap, "input" | "change"> {
  /** At every change that a person makes, with the résumé. */
  input: CustomEvent<Resume | null>;
  /** When a person has paused, with the résumé. */
  change: CustomEvent<Resume | null>;
}

declare global {
  interface HTMLElementTagNameMap {
    "faircopy-editor": FaircopyEditor;
  }
}
