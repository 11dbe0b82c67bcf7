package kz.intelligentplatforms.partners.testing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.program.Quarter;
import kz.intelligentplatforms.partners.purchases.SampleBuyers;
import kz.intelligentplatforms.partners.testing.Members.Member;

/** Four partners whose purchases the sample files tell of, made when first asked for; they buy nothing else. */
public class SampleFileBuyers implements SampleBuyers {

    private final Members members;
    private final Clock clock;
    private List<Member> buyers = List.of();

    SampleFileBuyers(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    public synchronized List<Member> members() {
        if (buyers.isEmpty()) {
            var since = Quarter.of(LocalDate.now(clock)).previous().firstDay();
            buyers = Stream.generate(() -> members.since(since)).limit(4).toList();
        }
        return buyers;
    }

    @Override
    public List<String> bins() {
        return members().stream()
                .map(member -> member.partner().company().identity().taxNumber())
                .toList();
    }
}
