export declare const mayUse: Readonly<Record<string, readonly string[]>>
