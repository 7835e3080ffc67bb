package fr.terrain.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;

/** Bounds what JSON may bring: text that can be read and kept, no deep nesting, no endless string or number, nothing to be guessed at. */
@Singleton
public class StrictText implements ObjectMapperCustomizer {
    private static final int DEEPEST = 40;
    private static final int LONGEST = 500_000;
    private static final int LONGEST_NUMBER = 100;

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build());
        mapper.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.setDefaultLeniency(false);
        mapper.registerModule(new SimpleModule("legible text")
                .addDeserializer(String.class, new Legible())
                .addDeserializer(BigDecimal.class, new Written()));
    }

    /** Control characters and halves of a character are no text: neither the database nor the paper has room for them. */
    static boolean isLegible(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0
                        || Character.getType(c) == Character.SURROGATE);
    }

    /** A decimal number that can be written out: arithmetic on an exponent without measure has no end. */
    private static final class Written extends NumberDeserializers.BigDecimalDeserializer {
        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            BigDecimal number = super.deserialize(parser, context);
            if (number != null && Math.abs((long) number.scale()) > LONGEST_NUMBER)
                throw context.weirdNumberException(number, BigDecimal.class, "the exponent is too large");
            return number;
        }
    }

    private static final class Legible extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            if (text != null && !isLegible(text))
                throw context.weirdStringException(text, String.class, "a control character is not text");
            return text;
        }
    }
}
