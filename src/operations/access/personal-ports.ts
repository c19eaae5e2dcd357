/** What the node knows of a person, as that person may have it, and its erasing. */
export type PersonalData = {
  readonly values: readonly { readonly kind: string; readonly value: string }[]
  /** What his programs sign in with, revoked ones too while they are kept; never the secret. */
  readonly tokens: readonly {
    readonly name: string
    readonly madeAt: string
    readonly seenAt: string | null
    readonly expiresAt: string
    readonly revokedAt: string | null
  }[]
  /** What he did, newest first, as far as it is kept in one answer. */
  readonly acts: readonly {
    readonly seq: string
    readonly at: string
    readonly entity: string
    readonly id: string
    readonly verb: string
  }[]
}

export interface PersonalPorts {
  readonly personal: {
    /** Of whoever asks. */
    own(person: string, most: number): Promise<PersonalData>
    /** Name, login, e-mail and every way to sign in. @returns how many values were erased */
    erase(person: string, basis: string): Promise<number>
    /** Lets go what is only technical and past its time. @returns how many of each kind */
    retire(): Promise<Readonly<Record<string, number>>>
  }
}
