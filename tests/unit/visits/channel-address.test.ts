import { describe, expect, it } from "vitest";
import {
  contentOf,
  namesAnother,
  readChannelAddress,
  readContentAddress,
} from "#app/domain/creator/channel-address.ts";

const read = (...given: Parameters<typeof readChannelAddress>) => {
  const answer = readChannelAddress(...given);
  return answer.ok ? answer.result : answer.issues[0]?.code;
};

describe("a channel's address", () => {
  it.each([
    ["youtube", "https://youtube.com/@Narae_Alley/videos", "https://www.youtube.com/@narae_alley"],
    [
      "youtube",
      "https://m.youtube.com/channel/UCabcdefghijklmnopqrstuv",
      "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv",
    ],
    ["youtube", "https://www.youtube.com/@たろう", "https://www.youtube.com/@たろう"],
    ["naver_blog", "https://m.blog.naver.com/PostList.naver?blogId=alley_nari", "https://blog.naver.com/alley_nari"],
    ["naver_blog", "https://blog.naver.com/alley_nari", "https://blog.naver.com/alley_nari"],
    ["instagram", "https://instagram.com/Alley.Nari?igsh=x", "https://www.instagram.com/alley.nari/"],
    ["tiktok", "https://www.tiktok.com/@nari", "https://www.tiktok.com/@nari"],
    ["other", "https://alleys.example.com/nari/", "https://alleys.example.com/nari"],
  ] as const)("of %s: %s is kept as %s", (platform, typed, kept) => expect(read(platform, typed)).toBe(kept));

  it.each([
    ["youtube", "https://www.youtube.com/watch?v=abc", "channel_address.no_channel"],
    ["naver_blog", "https://blog.naver.com/alley_nari/223000000000", "channel_address.no_channel"],
    ["instagram", "https://www.instagram.com/p/Cabc/", "channel_address.no_channel"],
    ["youtube", "내 채널", "channel_address.unreadable"],
    ["youtube", "http://youtube.com/@nari", "channel_address.not_https"],
    ["youtube", "javascript:alert(1)", "channel_address.not_https"],
    ["other", "https://127.0.0.1/nari", "channel_address.private"],
    ["other", "https://10.0.0.3/", "channel_address.private"],
    ["other", "https://169.254.169.254/latest/meta-data", "channel_address.private"],
    ["other", "https://[::1]/", "channel_address.private"],
    ["other", "https://[::ffff:10.0.0.1]/", "channel_address.private"],
    ["other", "https://2130706433/", "channel_address.private"],
    ["other", "https://router.local/", "channel_address.private"],
    ["other", "https://intranet/", "channel_address.private"],
    ["other", "https://nari:secret@alleys.example.com/", "channel_address.private"],
    ["other", "https://alleys.example.com:8443/", "channel_address.private"],
    ["naver_blog", "https://naver.me/5abc", "channel_address.shortened"],
    ["tiktok", "https://vm.tiktok.com/ZSabc/", "channel_address.shortened"],
    ["youtube", "https://youtube.com.nari.kr/@nari", "channel_address.look_alike"],
    ["youtube", "https://youtubee.com/@nari", "channel_address.look_alike"],
    ["youtube", "https://yout-ube.com/@nari", "channel_address.look_alike"],
    ["naver_blog", "https://blog.naver.co/nari", "channel_address.look_alike"],
    ["instagram", "https://lnstagram.com/nari", "channel_address.look_alike"],
    ["other", "https://1nstagram.com/nari", "channel_address.look_alike"],
    ["youtube", "https://yоutube.com/@nari", "channel_address.foreign_letters"],
    ["other", "https://한글.kr/nari", "channel_address.foreign_letters"],
    ["youtube", "https://blog.naver.com/nari", "channel_address.other_platform"],
    ["other", "https://www.youtube.com/@nari", "channel_address.other_platform"],
  ] as const)("of %s: %s is refused with %s", (platform, typed, code) => expect(read(platform, typed)).toBe(code));

  it("says which address was meant", () => {
    const answer = readChannelAddress("youtube", "https://youtubee.com/@nari");
    expect(answer).toMatchObject({ issues: [{ params: { host: "youtubee.com", meant: "youtube.com" } }] });
  });
});

describe("what was published", () => {
  const content = (platform: Parameters<typeof readContentAddress>[0], typed: string) => {
    const answer = readContentAddress(platform, typed);
    return answer.ok ? answer.result : answer.issues[0]?.code;
  };

  it("has one address, however it was shared", () => {
    expect(content("youtube", "https://youtu.be/dQw4w9WgXcQ?si=abc")).toBe(
      "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    );
    expect(content("youtube", "https://m.youtube.com/watch?v=dQw4w9WgXcQ&t=3s#a")).toBe(
      "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    );
    for (const shared of ["nari/223?trackingCode=x", "Nari/223/", "PostView.naver?blogId=nari&logNo=223"]) {
      expect(content("naver_blog", `https://m.blog.naver.com/${shared}`)).toBe("https://blog.naver.com/nari/223");
    }
    for (const shared of ["shorts/dQw4w9WgXcQ?feature=share", "live/dQw4w9WgXcQ", "embed/dQw4w9WgXcQ"]) {
      expect(content("youtube", `https://youtube.com/${shared}`)).toBe("https://www.youtube.com/watch?v=dQw4w9WgXcQ");
    }
    for (const shared of ["p/Cabc/?img_index=1", "reel/Cabc", "reels/Cabc/"]) {
      expect(content("instagram", `https://instagram.com/${shared}`)).toBe("https://www.instagram.com/p/Cabc/");
    }
    expect(content("tiktok", "https://m.tiktok.com/@Nari/video/7?is_from_webapp=1")).toBe(
      "https://www.tiktok.com/@nari/video/7",
    );
  });

  it.each([
    ["naver_blog", "https://blog.naver.com/nari"],
    ["naver_blog", "https://blog.naver.com/PostList.naver?blogId=nari"],
    ["youtube", "https://www.youtube.com/@nari"],
    ["youtube", "https://www.youtube.com/"],
    ["instagram", "https://www.instagram.com/nari/"],
    ["tiktok", "https://www.tiktok.com/@nari"],
  ] as const)("on %s is no channel's own page: %s", (platform, typed) => {
    expect(content(platform, typed)).toBe("channel_address.no_post");
  });

  it.each([
    ["https://blog.naver.com/nari", "https://blog.naver.com/nari/223", "own"],
    ["https://blog.naver.com/nari", "https://blog.naver.com/other/223", "other"],
    ["https://blog.naver.com/nari", "https://blog.naver.com/PostView.naver?blogId=other&logNo=1", "other"],
    ["https://www.tiktok.com/@nari", "https://www.tiktok.com/@someone/video/1", "other"],
    ["https://www.instagram.com/nari/", "https://www.instagram.com/p/Cabc/", "unknown"],
    ["https://www.instagram.com/nari/", "https://www.instagram.com/other/p/Cabc/", "other"],
    ["https://www.youtube.com/@nari", "https://www.youtube.com/watch?v=abc", "unknown"],
    ["https://www.youtube.com/@nari", "https://www.tiktok.com/@nari/video/1", "other"],
    ["https://alleys.example.com/nari", "https://alleys.example.com/nari/1", "own"],
    ["https://blog.naver.com/nari", "https://blog.naver.com/other/223?blogId=nari", "other"],
    ["https://alleys.example.com/nari", "https://alleys.example.com/other/1", "other"],
    ["https://brunch.example.com/@nari", "https://brunch.example.com/@narilike/12", "other"],
    ["https://alleys.example.com/nari", "https://alleys.example.com/nari/", "other"],
    ["https://alleys.example.com/nari", "https://alleys.example.com/nari?p=7", "own"],
    ["https://alleys.example.com/", "https://alleys.example.com/oil", "own"],
    ["https://alleys.example.com/", "https://alleys.example.com/", "other"],
  ])("on %s: %s is %s", (channel, address, answer) => expect(contentOf(channel, address)).toBe(answer));
});

describe("authors that a page names", () => {
  const byName = "https://www.youtube.com/@nari";
  const byNumber = "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv";
  it.each([
    ["youtube", byName, ["http://www.youtube.com/@nari"], false],
    ["youtube", byName, ["http://www.youtube.com/@other"], true],
    ["youtube", byName, [byNumber], false],
    ["youtube", byNumber, [byName], false],
    ["youtube", byNumber, [byName, byNumber], false],
    ["youtube", byNumber, ["https://www.youtube.com/channel/UCzzzzzzzzzzzzzzzzzzzzzz"], true],
    ["youtube", byName, [], false],
    ["other", "https://alleys.example.com/", ["https://alleys.example.com/about/nari"], false],
    ["naver_blog", "https://blog.naver.com/nari", ["https://www.instagram.com/nari/"], false],
  ] as const)("on %s: %s and %j are another channel: %s", (platform, channel, authors, another) => {
    expect(namesAnother(platform, channel, authors)).toBe(another);
  });
});
