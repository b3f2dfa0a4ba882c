import type { Sentence } from "./sentence.ts";

const ask = (ko: string, en: string): Sentence => ({ ko, en });

/** What the law's words ask for, by key, as one would ask across a counter; a field without one is asked by its own name. */
const questions: Readonly<Record<string, Sentence>> = {
  adCaution: ask("먹을 때 조심할 것이 있나요?", "What should people be careful about?"),
  afterServiceDirector: ask("고장이나 흠이 있으면 어디로 전화하나요?", "Whom to call when something is wrong?"),
  amount: ask("한 묶음에 몇 개가 들었나요?", "How many are in a package?"),
  area: ask("얼마나 넓은 곳에 쓸 수 있나요?", "For how large a room is it?"),
  author: ask("누가 썼나요?", "Who wrote it?"),
  cancelationPolicy: ask("취소와 환불은 어떻게 하나요?", "How are cancellations and refunds handled?"),
  capacity: ask("양이 얼마나 되나요?", "How much is in it?"),
  caution: ask("쓸 때 조심할 것이 있나요?", "What should people be careful about?"),
  color: ask("무슨 색인가요?", "What colour is it?"),
  components: ask("무엇무엇이 들어 있나요?", "What is in the package?"),
  component: ask("무엇무엇이 들어 있나요?", "What is in the package?"),
  consumerSafetyCaution: ask("먹을 때 조심할 것이 있나요?", "What should people be careful about?"),
  consumptionDate: ask("언제까지 먹을 수 있나요?", "Until when can it be eaten?"),
  customerServicePhoneNumber: ask("손님이 어디로 전화하면 되나요?", "Which number can customers call?"),
  dosageForm: ask("어디에 쓰는 어떤 모양의 제품인가요?", "What is it for, and in what form?"),
  effect: ask("어떤 효과가 있나요?", "What is its effect?"),
  expirationDate: ask("언제까지 쓸 수 있나요?", "Until when can it be used?"),
  foodItem: ask("어떤 먹을거리인가요?", "Which food is it?"),
  foodType: ask("식품의 유형이 무엇인가요?", "Which type of food is it?"),
  geneticallyModified: ask("유전자를 바꾼(GMO) 원료를 썼나요?", "Are genetically modified ingredients in it?"),
  importDeclaration: ask("수입 신고를 하고 들여온 것인가요?", "Was it imported with a declaration?"),
  importDeclarationCheck: ask("수입 신고를 하고 들여온 것인가요?", "Was it imported with a declaration?"),
  ingredients: ask("무엇으로 얼마나 넣어 만들었나요?", "What is in it, and how much of each?"),
  installedCharge: ask("설치 비용이 따로 있나요?", "Does installation cost extra?"),
  additionalCost: ask("설치 비용이 따로 있나요?", "Does installation cost extra?"),
  itemName: ask("물건의 이름이 무엇인가요?", "What is the item called?"),
  keep: ask("어떻게 보관하나요?", "How is it kept?"),
  storageMethod: ask("어떻게 보관하나요?", "How is it kept?"),
  location: ask("만든 곳의 주소가 어디인가요?", "Where is it made?"),
  mainIngredient: ask("무엇이 들어 있나요?", "What is in it?"),
  manufacturer: ask("누가 만들었나요?", "Who makes it?"),
  material: ask("무엇으로 만들었나요?", "What is it made of?"),
  modelName: ask("모델 이름이 무엇인가요?", "Which model is it?"),
  packDate: ask("언제 만들었나요?", "When was it made?"),
  pages: ask("몇 쪽인가요?", "How many pages has it?"),
  productComposition: ask("무엇무엇이 들어 있나요?", "What is in the package?"),
  productName: ask("제품에 적힌 이름이 무엇인가요?", "What name stands on the product?"),
  publishDate: ask("언제 나온 책인가요?", "When was it published?"),
  publisher: ask("어느 출판사에서 나왔나요?", "Who published it?"),
  purity: ask("순도가 얼마인가요?", "How pure is it?"),
  recommendedAge: ask("몇 살부터 쓸 수 있나요?", "From which age on?"),
  releaseDate: ask("언제 처음 나왔나요?", "When did it come out?"),
  size: ask("크기가 얼마인가요?", "How large is it?"),
  specification: ask("특별히 알릴 점이 있나요?", "What else should people know of it?"),
  title: ask("책 이름이 무엇인가요?", "What is the title?"),
  type: ask("어떤 종류인가요?", "Which kind is it?"),
  usage: ask("어떻게 쓰나요?", "How is it used?"),
  warrantyPolicy: ask("흠이 있으면 어떻게 해 드리나요?", "What do you do about faults?"),
  weight: ask("무게나 양이 얼마인가요?", "How much does it weigh?"),
};

const country = ask("어느 나라에서 만들었나요?", "In which country is it made?");
const producer = ask("누가 만들거나 길렀나요?", "Who makes or grows it?");

/** Null: its own name says it best. */
export function noticeQuestion({ key, labelKo }: { key: string; labelKo: string }): Sentence | null {
  if (key === "producer") return labelKo.startsWith("제조국") ? country : producer;
  return questions[key] ?? null;
}
