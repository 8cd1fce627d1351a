/** Document properties: what no sheet holds (run journal, trigger's owner, markers). At most 9 KB a value. */
export interface Properties {
  all(): Readonly<Record<string, string>>;
  /** Sets several at once; null deletes. */
  set(values: Readonly<Record<string, string | null>>): void;
}

export interface MailMessage {
  readonly to: readonly string[];
  readonly subject: string;
  /** The plain-text form. */
  readonly text: string;
  readonly html: string;
}

export interface Mail {
  /** Recipients that may still be mailed today. */
  quotaLeft(): number;
  send(mail: MailMessage): void;
}

/** The hourly trigger. Other users' triggers are invisible. */
export interface Triggers {
  /** How many ticks the current user has installed. */
  mine(): number;
  installTick(): void;
  removeTicks(): void;
}

/** The document lock: one run at a time. */
export interface Lock {
  tryHold(seconds: number): boolean;
  /** Everything written must have been flushed before. */
  release(): void;
}
