/* Lucene.java - Apache Lucene with its EnglishAnalyzer, BM25, one writing thread; the protocol of
 * engine.h. Results are not cached, and the segments stay as its merge policy leaves them. */
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

public final class Lucene {
    private static final int HITS = 10;
    private static final int NAME_COLUMNS = 2;

    private Lucene() {
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 3 && arguments[0].equals("build")) {
            build(Paths.get(arguments[1]), Paths.get(arguments[2]));
        } else if (arguments.length == 2 && arguments[0].equals("answer")) {
            answer(Paths.get(arguments[1]));
        } else {
            System.err.println("usage: Lucene build PASSAGES INDEX | Lucene answer INDEX");
            System.exit(2);
        }
    }

    private static void build(Path passages, Path index) throws IOException {
        IndexWriterConfig how = new IndexWriterConfig(new EnglishAnalyzer());
        try (IndexWriter writer = new IndexWriter(FSDirectory.open(index), how);
             BufferedReader lines = Files.newBufferedReader(passages, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split("\t", NAME_COLUMNS);
                Document document = new Document();
                document.add(new StoredField("id", columns[0]));
                document.add(new TextField("text", columns[1], Field.Store.YES));
                writer.addDocument(document);
            }
        }
    }

    private static Query queryOf(QueryBuilder builder, String operation, String text) {
        switch (operation) {
        case "phrase":
            return builder.createPhraseQuery("text", text);
        case "prefix":
            return new PrefixQuery(new Term("text", text));
        case "all":
            return builder.createBooleanQuery("text", text, BooleanClause.Occur.MUST);
        default:
            return builder.createBooleanQuery("text", text, BooleanClause.Occur.SHOULD);
        }
    }

    private static void answer(Path index) throws IOException {
        IndexSearcher searcher =
            new IndexSearcher(DirectoryReader.open(FSDirectory.open(index)));
        searcher.setQueryCache(null);
        QueryBuilder builder = new QueryBuilder(new EnglishAnalyzer());
        BufferedReader questions =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            out.print(ask(searcher, builder, line));
            out.flush();
        }
    }

    private static String ask(IndexSearcher searcher, QueryBuilder builder, String line)
        throws IOException {
        String[] columns = line.split("\t", NAME_COLUMNS);
        StringBuilder ids = new StringBuilder();
        long started = System.nanoTime();
        Query query = queryOf(builder, columns[0], columns[1]);
        long seen = 0;
        if (query != null) { // only words that the analyzer drops
            for (ScoreDoc hit : searcher.search(query, HITS).scoreDocs) {
                Document document = searcher.doc(hit.doc);
                ids.append(ids.length() > 0 ? " " : "").append(document.get("id"));
                seen += document.get("text").length();
            }
        }
        long taken = System.nanoTime() - started;
        return (seen < 0 ? 0 : taken) + "\t" + ids + "\n";
    }
}
