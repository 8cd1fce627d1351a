import { MISMATCH, type Shape } from './shape';

/** A member of one of Apps Script's enumerations. */
export class EnumMember<N extends string = string> {
  constructor(
    readonly family: string,
    readonly member: N,
  ) {
    Object.freeze(this);
  }
  toString(): string {
    return this.member;
  }
  toJSON(): string {
    return this.member;
  }
  name(): string {
    return this.member;
  }
}

/** An enumeration: its members by name, and the kind of argument that takes them. */
export class Enumeration<const N extends string> implements Shape<N> {
  readonly members: Readonly<Record<N, EnumMember<N>>>;

  constructor(
    readonly family: string,
    readonly names: readonly N[],
  ) {
    // Each name gets its member.
    this.members = Object.freeze(Object.fromEntries(names.map((name) => [name, new EnumMember(family, name)]))) as Readonly<Record<N, EnumMember<N>>>;
  }

  read(value: unknown): N | typeof MISMATCH {
    return value instanceof EnumMember && value.family === this.family && this.has(value.member) ? value.member : MISMATCH;
  }

  /** The member as a script receives it. */
  member(name: N): EnumMember<N> {
    return this.members[name];
  }

  has(name: string): name is N {
    return this.names.some((one) => one === name);
  }
}
