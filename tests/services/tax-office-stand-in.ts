import { HttpResponse, http } from "msw";

export interface RegisteredBusiness {
  status: "01" | "02" | "03";
  /** YYYYMMDD, of a closed one. */
  closedOn?: string;
}

export interface TaxOfficeStandInOptions {
  /** Decoded, as the service compares it. */
  key: string;
  businesses: Readonly<Record<string, RegisteredBusiness>>;
  /** Calls that the day's quota still allows. */
  quota?: number;
}

const origin = "https://api.odcloud.kr";
const mostNumbers = 100;
const statusWords = { "01": "계속사업자", "02": "휴업자", "03": "폐업자" };
const unknownSentence = "국세청에 등록되지 않은 사업자등록번호입니다.";

/** The tax office's status service, as strict as its definition. */
export function taxOfficeStandIn({ key, businesses, quota = 1000 }: TaxOfficeStandInOptions) {
  let left = quota;
  let mishap: "silence" | "broken" | "other form" | null = null;
  const asked: string[][] = [];

  async function status(request: Request) {
    if (mishap === "silence") return HttpResponse.error();
    if (mishap === "broken") return HttpResponse.json({ status_code: "INTERNAL_ERROR" }, { status: 500 });
    if (mishap === "other form") return HttpResponse.json({ status_code: "OK", data: "soon" });
    const refused = refuseKey(request);
    if (refused) return refused;
    left -= 1;
    if (left < 0) return HttpResponse.json({ code: -10, msg: "LIMITED NUMBER OF SERVICE REQUESTS" }, { status: 429 });
    const body = await request.json().catch(() => null);
    if (body === null || request.headers.get("content-type") !== "application/json") {
      return HttpResponse.json({ status_code: "BAD_JSON_REQUEST" }, { status: 400 });
    }
    const numbers = (body as { b_no?: unknown }).b_no;
    if (!Array.isArray(numbers) || !numbers.every((one) => typeof one === "string" && /^\d{10}$/.test(one))) {
      return HttpResponse.json({ status_code: "REQUEST_DATA_MALFORMED" }, { status: 411 });
    }
    if (numbers.length > mostNumbers) return HttpResponse.json({ status_code: "TOO_LARGE_REQUEST" }, { status: 413 });
    asked.push(numbers);
    const data = numbers.map((number: string) => describeBusiness(number, businesses[number]));
    const match_cnt = data.filter(({ b_stt_cd }) => b_stt_cd !== "").length;
    return HttpResponse.json({ request_cnt: numbers.length, match_cnt, status_code: "OK", data });
  }

  /** A key comes in the address or in the header; a wrong one and none are told apart. */
  function refuseKey(request: Request) {
    const header = request.headers.get("authorization")?.replace(/^Infuser /, "");
    const given = header ?? new URL(request.url).searchParams.get("serviceKey");
    if (!given) return HttpResponse.json({ code: -401, msg: "인증키는 필수 항목 입니다." }, { status: 401 });
    if (given !== key) return HttpResponse.json({ code: -4, msg: "등록되지 않은 인증키 입니다." }, { status: 401 });
    return null;
  }

  return {
    handlers: [http.post(`${origin}/api/nts-businessman/v1/status`, ({ request }) => status(request))],
    /** The numbers of every call that was answered. */
    asked: () => asked,
    meet: (next: typeof mishap) => {
      mishap = next;
    },
  };
}

/** A number that nobody has is a normal answer, whatever its check digit. */
function describeBusiness(number: string, business: RegisteredBusiness | undefined) {
  return {
    b_no: number,
    b_stt: business ? statusWords[business.status] : "",
    b_stt_cd: business?.status ?? "",
    tax_type: business ? "부가가치세 일반과세자" : unknownSentence,
    tax_type_cd: business ? "01" : "",
    end_dt: business?.closedOn ?? "",
    utcc_yn: business ? "N" : "",
    tax_type_change_dt: "",
    invoice_apply_dt: "",
    rbf_tax_type: business ? "해당없음" : "",
    rbf_tax_type_cd: business ? "99" : "",
  };
}
