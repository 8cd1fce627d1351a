/** google.script as a page of Apps Script finds it, over messages to the page around it. */

type Handler = (value: unknown, userObject: unknown) => void;

interface Handlers {
  readonly success: Handler | null;
  readonly failure: Handler | null;
  readonly userObject: unknown;
}

interface Answer {
  readonly kind: 'done';
  readonly id: number;
  readonly ok: boolean;
  readonly value: unknown;
}

const page = (window as unknown as { readonly __page: string }).__page; // laid down by the server in front of this script

const waiting = new Map<number, Handlers>();
let calls = 0;

const tell = (message: unknown): void => window.parent.postMessage(message, page);

window.addEventListener('message', ({ origin, source, data }: MessageEvent<Answer>) => {
  if (origin !== page || source !== window.parent || data.kind !== 'done') return;
  const handlers = waiting.get(data.id);
  waiting.delete(data.id);
  if (handlers === undefined) return;
  if (data.ok) return handlers.success?.(data.value, handlers.userObject);
  const { name, message } = data.value as { readonly name: string; readonly message: string }; // what frames.ts sends with a failure
  const error = new Error(message);
  error.name = name;
  if (handlers.failure === null) console.error(`${name}: ${message}`);
  else handlers.failure(error, handlers.userObject);
});

/** Numbers, booleans, texts, null, plain objects and arrays may go over; undefined only inside of arrays, as null. */
function transferable(value: unknown, inArray: boolean): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === undefined) return inArray;
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every((item) => transferable(item, true));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((item) => item === undefined || transferable(item, false));
}

function call(name: string, args: readonly unknown[], handlers: Handlers): void {
  const wrong = args.findIndex((arg) => !transferable(arg, false));
  if (wrong >= 0) throw new TypeError(`Failed due to illegal value in property: ${wrong}`);
  const id = (calls += 1);
  waiting.set(id, handlers);
  tell({ kind: 'run', id, name, args: JSON.parse(JSON.stringify(args)) as unknown });
}

function runner(handlers: Handlers): object {
  const chain: Readonly<Record<string, (value: unknown) => object>> = {
    withSuccessHandler: (success) => runner({ ...handlers, success: success as Handler }), // Google takes whatever function it is given
    withFailureHandler: (failure) => runner({ ...handlers, failure: failure as Handler }), // the same
    withUserObject: (userObject) => runner({ ...handlers, userObject }),
  };
  return new Proxy(Object.freeze({}), {
    get: (_target, name) => {
      if (typeof name === 'symbol' || name === 'then') return undefined;
      return chain[name] ?? ((...args: unknown[]): void => call(name, args, handlers));
    },
  });
}

const script = {
  run: runner({ success: null, failure: null, userObject: undefined }),
  host: {
    origin: page,
    close: (): void => tell({ kind: 'close' }),
    setHeight: (height: number): void => tell({ kind: 'size', height }),
    setWidth: (width: number): void => tell({ kind: 'size', width }),
    editor: { focus: (): void => tell({ kind: 'focus' }) },
  },
};

Object.defineProperty(window, 'google', { value: Object.freeze({ script: Object.freeze(script) }), enumerable: true });
