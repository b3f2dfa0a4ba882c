import type { Database } from "../database/database.ts";

/** Where an account's pictures stand at its mall, by the address of the rendition: what is there is not uploaded again. */
export interface UploadedPictures {
  read(addresses: readonly string[]): Promise<Map<string, string>>;
  keep(urls: ReadonlyMap<string, string>): Promise<void>;
  forget(addresses: readonly string[]): Promise<void>;
}

/** Shared by all workers, and known after a restart. */
export function storedPictures(database: Database, channelKey: string, account: string): UploadedPictures {
  const of = { channelKey, account };
  return {
    async read(addresses) {
      const rows = await database.mallPicture.findMany({ where: { ...of, address: { in: [...addresses] } } });
      return new Map(rows.map(({ address, url }) => [address, url]));
    },
    async keep(urls) {
      const data = [...urls].map(([address, url]) => ({ ...of, address, url }));
      await database.mallPicture.createMany({ data, skipDuplicates: true });
    },
    async forget(addresses) {
      await database.mallPicture.deleteMany({ where: { ...of, address: { in: [...addresses] } } });
    },
  };
}

/** What this process keeps for itself, and forgets when it ends. */
export function ownPictures(): UploadedPictures {
  const known = new Map<string, string>();
  return {
    read: async (addresses) =>
      new Map(
        addresses.flatMap((address) => {
          const url = known.get(address);
          return url === undefined ? [] : [[address, url]];
        }),
      ),
    keep: async (urls) => {
      for (const [address, url] of urls) known.set(address, url);
    },
    forget: async (addresses) => {
      for (const address of addresses) known.delete(address);
    },
  };
}
