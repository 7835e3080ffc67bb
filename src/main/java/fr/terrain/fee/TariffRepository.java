package fr.terrain.fee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** All SQL on tariffs. */
@ApplicationScoped
public class TariffRepository {
    private static final String IN_FORCE = """
            select l.label, l.unit, l.use_class, l.amount, l.minimum, t.name, t.deliberation, t.deliberation_date
              from tariff t join tariff_line l on l.tariff_id = t.id
             where t.id = any(cast(:tariffs as bigint[])) and t.valid_from <= :day and (t.valid_until is null or t.valid_until >= :day)
             order by t.id, l.id
            """;

    @Inject
    EntityManager entityManager;

    /** The prices of these grids in force on that day. */
    public List<TariffLine> listInForce(List<Long> tariffs, LocalDate day) {
        return entityManager
                .createNativeQuery(IN_FORCE, Tuple.class)
                .setParameter("tariffs", tariffs.toString().replace('[', '{').replace(']', '}'))
                .setParameter("day", day)
                .getResultStream()
                .map(row -> line((Tuple) row))
                .toList();
    }

    private static TariffLine line(Tuple row) {
        return new TariffLine(
                row.get(0, String.class),
                TariffLine.Unit.valueOf(row.get(1, String.class)),
                UseClass.valueOf(row.get(2, String.class)),
                row.get(3, BigDecimal.class),
                row.get(4, BigDecimal.class),
                row.get(5, String.class),
                row.get(6, String.class),
                row.get(7, LocalDate.class));
    }
}
