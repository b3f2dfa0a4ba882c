import type { ProductFacts } from "#app/domain/product/product-facts.ts";
import type { NaverClient } from "./client.ts";
import type { MallLists } from "./map.ts";

interface OriginAreas {
  originAreaCodeNames?: { code: string; name: string }[];
}

interface CategoryDetail {
  certificationInfos?: { id: number; name: string; kindTypes: string[]; nonEssential?: boolean }[];
}

const certificateKinds: Record<string, string> = {
  KIDS: "CHILD_CERTIFICATION",
  BIOCHEMISTRY: "CHEMICAL_CERTIFICATION",
  BIOCIDAL: "CHEMICAL_CERTIFICATION",
};

/** Reads the mall's own lists, each once in this process, and only for products that need them. */
export function createLists(client: NaverClient) {
  const answers = new Map<string, Promise<unknown>>();

  function once<Answer>(path: string): Promise<Answer> {
    const known = answers.get(path) ?? client.call("GET", path);
    answers.set(path, known);
    known.catch(() => answers.delete(path));
    return known as Promise<Answer>;
  }

  /** @throws CallError */
  return async (product: ProductFacts, categoryCode: string): Promise<MallLists> => ({
    originCode: await originCode(product),
    certificate: await certificate(product, categoryCode),
  });

  async function originCode({ origin }: ProductFacts): Promise<string | null> {
    if (origin.kind !== "foreign" || !origin.country) return null;
    const { originAreaCodeNames = [] } = await once<OriginAreas>("/v1/product-origin-areas");
    // Imports are `02` + continent + country, named `수입산:아시아>중국`.
    const imports = originAreaCodeNames.filter(({ code }) => code.startsWith("02") && code.length === 7);
    return imports.find(({ name }) => name.split(/[:>]/).at(-1)?.trim() === origin.country)?.code ?? null;
  }

  async function certificate({ categoryKey, kcNumber }: ProductFacts, categoryCode: string) {
    if (kcNumber === null) return null;
    const { certificationInfos = [] } = await once<CategoryDetail>(
      `/v1/categories/${encodeURIComponent(categoryCode)}`,
    );
    const kind = certificateKinds[categoryKey] ?? "KC_CERTIFICATION";
    const fitting = certificationInfos.filter(({ kindTypes }) => kindTypes.includes(kind));
    const chosen = fitting.find(({ nonEssential }) => !nonEssential) ?? fitting[0];
    return chosen ? { id: chosen.id, name: chosen.name, kind } : null;
  }
}
